import { Button, Text } from '@hubspot/ui-extensions';
import { describe, expect, it } from '@jest/globals';
import { initialsOf } from '../src/app/cards/describe.ts';
import { insight, readCard, serve, settle } from './open-card.tsx';

type Opened = Awaited<ReturnType<typeof readCard>>;
const texts = ({ renderer }: Opened) => renderer.findAll(Text).map(({ text }) => text);
const alerts = ({ renderer }: Opened) => renderer.mocks.actions.addAlert.calls.flat();
const press = async ({ renderer }: Opened, testId: string) => {
  renderer.findByTestId(Button, testId).trigger('onClick');
  await settle();
};
const CALLS = 'Prefers calls before nine';

describe('an answer under the five questions', () => {
  it('that is not right is gone at once, and the server hears what it was', async () => {
    const opened = await readCard(insight());
    expect(texts(opened)).toContain(CALLS);
    const sent = serve(async () => Response.json({ saved: true }));
    await press(opened, 'slot-not_right-s1');
    expect(texts(opened)).not.toContain(CALLS);
    expect(sent).toEqual([
      {
        url: 'https://attune.example/v1/slot-verdicts',
        method: 'POST',
        body: {
          ...{ recordKind: 'deal', recordId: '9001', dealId: '9001', personId: '7101' },
          ...{ slot: 'where_and_how', entryId: 's1', verdict: 'not_right' },
        },
      },
    ]);
    expect(alerts(opened)).toEqual([
      { type: 'success', message: 'Noted. It is gone from the card.' },
    ]);
  });

  it('that is right says who confirmed it, and may still be called wrong', async () => {
    const opened = await readCard(insight());
    serve(async () => Response.json({ saved: true }));
    await press(opened, 'slot-right-s1');
    expect(opened.renderer.findByTestId(Text, 'confirmed-s1').text).toBe('Confirmed by you');
    expect(opened.renderer.maybeFind(Button, { testId: 'slot-right-s1' })).toBeNull();
    await press(opened, 'slot-not_right-s1');
    expect(texts(opened)).not.toContain(CALLS);
  });

  it('tells a colleague’s initials, and “you” to whoever it was', async () => {
    const opened = await readCard(insight());
    const confirmed = (each: Opened) =>
      each.renderer.findByTestId(Text, 'confirmed-mostly-by-email').text;
    expect(confirmed(opened)).toBe('Confirmed by PR');
    const card = insight();
    const userId = String(opened.renderer.mocks.context.user.id);
    const persona = card.persona.map((view) => ({
      ...view,
      entries: view.entries.map((entry) => ({ ...entry, confirmedBy: { userId, name: null } })),
    }));
    expect(confirmed(await readCard({ ...card, persona }))).toBe('Confirmed by you');
  });

  it('comes back when it could not be saved', async () => {
    const opened = await readCard(insight());
    serve(async () => Response.json({}, { status: 500 }));
    await press(opened, 'slot-not_right-s1');
    expect(texts(opened)).toContain(CALLS);
    expect(alerts(opened).map(({ type }) => type)).toEqual(['danger']);
  });

  it('that is only usual for the role is not judged', async () => {
    const { renderer } = await readCard(insight());
    const judged = renderer
      .findAll(Button)
      .filter(({ props }) => props.testId?.startsWith('slot-'));
    expect(judged.map(({ props }) => props.testId)).toEqual([
      'slot-right-s1',
      'slot-not_right-s1',
      'slot-not_right-mostly-by-email',
    ]);
  });

  it('names whom it cannot name a colleague', () => {
    expect(initialsOf('Priya Raman')).toBe('PR');
    expect(initialsOf(null)).toBe('a colleague');
  });
});
