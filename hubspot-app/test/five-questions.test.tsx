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

describe('the questions that nobody has answered', () => {
  const button = ({ renderer }: Opened) => renderer.findByTestId(Button, 'save-questions');
  const answered = () => {
    const card = insight();
    const said = { text: 'By phone', status: 'said' as const, source: null };
    const persona = card.persona.map((view) => ({
      ...view,
      entries: [{ ...said, id: `of-${view.slot}` }],
    }));
    return { ...card, persona };
  };

  it('become a note once, by naming only whom and what the card speaks of', async () => {
    const opened = await readCard(insight());
    expect(button(opened).text).toBe('Save the questions as a note');
    const sent = serve(async () => Response.json({ state: 'created' }));
    await press(opened, 'save-questions');
    expect(sent).toEqual([
      {
        url: 'https://attune.example/v1/notes',
        method: 'POST',
        body: { recordKind: 'deal', recordId: '9001', dealId: '9001', personId: '7101' },
      },
    ]);
    expect(alerts(opened)).toEqual([
      { type: 'success', message: 'The note is on the record, with room for the answers.' },
    ]);
    expect(button(opened).text).toBe('Saved as a note');
    expect(button(opened).props.disabled).toBe(true);
    expect(opened.renderer.mocks.actions.refreshObjectProperties.callCount).toBe(1);
  });

  it('say that the note is still on its way', async () => {
    const opened = await readCard(insight());
    serve(async () => Response.json({ state: 'queued' }));
    await press(opened, 'save-questions');
    expect(alerts(opened)).toEqual([
      { type: 'info', message: 'The note is on its way to the record.' },
    ]);
  });

  it('tell the server’s own sentence when the card has changed, and can be pressed again', async () => {
    const opened = await readCard(insight());
    const message = 'The card has changed since it was opened.';
    serve(async () =>
      Response.json({ error: { code: 'questions_unknown', message } }, { status: 409 }),
    );
    await press(opened, 'save-questions');
    expect(alerts(opened)).toEqual([{ type: 'danger', message }]);
    expect(button(opened).props.disabled).toBe(false);
  });

  it('have no button where every question has an answer, until one of them is not right', async () => {
    const opened = await readCard(answered());
    expect(opened.renderer.maybeFind(Button, { testId: 'save-questions' })).toBeNull();
    serve(async () => Response.json({ saved: true }));
    await press(opened, 'slot-not_right-of-values');
    expect(button(opened).text).toBe('Save the questions as a note');
  });

  it('have a button where only what is usual for the role is known', async () => {
    const card = answered();
    const usual = [{ text: 'Often about cost', status: 'role_default' as const, source: null }];
    const persona = card.persona.map((view) => ({ ...view, entries: usual }));
    expect(button(await readCard({ ...card, persona })).text).toBe('Save the questions as a note');
  });
});
