import { Button, EmptyState, Text } from '@hubspot/ui-extensions';
import { describe, expect, it } from '@jest/globals';
import type { SilentCard } from '../src/app/cards/card-contract.ts';
import { designed, readCard, serve, settle } from './open-card.tsx';

type Opened = Awaited<ReturnType<typeof readCard>>;
const press = async ({ renderer }: Opened, testId: string) => {
  renderer.findByTestId(Button, testId).trigger('onClick');
  await settle();
};
const alerts = ({ renderer }: Opened) => renderer.mocks.actions.addAlert.calls.flat();

function silent(release?: SilentCard['release']): SilentCard {
  const card = designed('release');
  if (card.kind !== 'do_not_analyse') throw new Error('The designed release is no silent card.');
  return release === undefined ? card : { ...card, release };
}

describe('a card of an account that is not connected', () => {
  it('gives a rep one plain line and nothing to press', async () => {
    const card = designed('not_connected');
    if (card.kind !== 'empty') throw new Error('The designed card is not empty.');
    const { repair: _repair, ...forReps } = card;
    const { renderer } = await readCard(forReps);
    expect(renderer.find(EmptyState).props.title).toBe('Not connected');
    expect(renderer.findAll(Text).map(({ text }) => text)).toEqual([
      "Attune can no longer read this account. An admin can reconnect it in Attune's settings.",
    ]);
    expect(renderer.findAll(Button)).toHaveLength(0);
  });

  it('gives an admin the same line and the way to reconnect', async () => {
    const { renderer } = await readCard(designed('not_connected'));
    const button = renderer.findByTestId(Button, 'repair');
    expect(button.text).toBe('Reconnect');
    expect(button.props.href).toEqual({
      url: 'https://attune.example/oauth/hubspot/install?account=1',
      external: true,
    });
  });

  it('says of one that was reconnected that it comes back', async () => {
    const card = designed('not_connected');
    if (card.kind !== 'empty') throw new Error('The designed card is not empty.');
    const { renderer } = await readCard({ ...card, paused: 'reconciling' });
    expect(renderer.find(EmptyState).props.title).toBe('Back in a while');
  });
});

describe('do not analyse, for an admin', () => {
  it('asks once more before anything is sent, and takes a no', async () => {
    const opened = await readCard(silent());
    const sent = serve(async () => Response.json({ silent: false }));
    await press(opened, 'release');
    expect(sent).toHaveLength(0);
    expect(opened.renderer.findAll(Text).map(({ text }) => text)).toContain(
      'Somebody asked that Dana Whitlock is not analysed. Attune would read again what stands in HubSpot and show it on cards.',
    );
    await press(opened, 'release-no');
    expect(opened.renderer.maybeFind(Button, { testId: 'release-yes' })).toBeNull();
    expect(sent).toHaveLength(0);
  });

  it('lets Attune read the record again, and says when the card comes back', async () => {
    const opened = await readCard(silent());
    const sent = serve(async () => Response.json({ silent: false }));
    await press(opened, 'release');
    await press(opened, 'release-yes');
    expect(sent).toEqual([
      {
        url: 'https://attune.example/v1/do-not-analyse/release',
        method: 'POST',
        body: { recordKind: 'contact', recordId: '7101' },
      },
    ]);
    expect(alerts(opened)).toEqual([
      { type: 'success', message: 'Attune will read Dana Whitlock again.' },
    ]);
    expect(opened.renderer.findByTestId(Text, 'released').text).toMatch(/is being cleared/);
  });

  it('tells the server’s own sentence to who is no admin any more, and may be pressed again', async () => {
    const opened = await readCard(silent());
    const message = 'Only an admin of this account can let Attune read this record again.';
    serve(async () => Response.json({ error: { message } }, { status: 403 }));
    await press(opened, 'release');
    await press(opened, 'release-yes');
    expect(alerts(opened)).toEqual([{ type: 'danger', message }]);
    expect(opened.renderer.findByTestId(Button, 'release-yes').props.disabled).toBe(false);
  });

  it('speaks of “this deal” where no name is known', async () => {
    const { renderer } = await readCard(
      silent({ recordKind: 'deal', recordId: '9001', name: null }),
    );
    expect(renderer.findByTestId(Button, 'release').text).toBe('Let Attune read this deal again');
  });
});
