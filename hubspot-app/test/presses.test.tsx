import { Button, Dropdown, EmptyState, Text } from '@hubspot/ui-extensions';
import { CrmActionButton, CrmActionLink } from '@hubspot/ui-extensions/crm';
import { describe, expect, it } from '@jest/globals';
import {
  CONTACT,
  DEAL,
  answerWith,
  designed,
  insight,
  readCard,
  serve,
  settle,
} from './open-card.tsx';

type Opened = Awaited<ReturnType<typeof readCard>>;
const alerts = ({ renderer }: Opened) => renderer.mocks.actions.addAlert.calls.flat();

describe('a press on the card', () => {
  it('opens the mail to the person it speaks of, filled in', async () => {
    const { renderer } = await readCard(insight());
    expect(
      renderer.find(CrmActionButton, { actionType: 'SEND_EMAIL' }).props.actionContext,
    ).toEqual({
      objectId: 7101,
      objectTypeId: '0-1',
      initialEmailSubject: 'Your question about the migration date',
      initialEmailBody: insight().nextStep?.draft?.body,
    });
  });

  it('opens a meeting on the open record, and puts the text on the clipboard', async () => {
    const opened = await readCard(insight());
    const button = opened.renderer.find(CrmActionButton, { actionType: 'SCHEDULE_MEETING' });
    expect(button.props.actionContext).toEqual(DEAL);
    button.trigger('onClick');
    const copied = opened.renderer.mocks.actions.copyTextToClipboard.calls.flat();
    expect(copied[0]).toBe(
      'Fifteen minutes with Dana before the review\nShe prefers calls before nine.',
    );
    expect(alerts(opened)).toHaveLength(1);
  });

  const createTask = async (answer: () => Promise<Response>) => {
    const opened = await readCard(insight());
    const sent = serve(answer);
    const button = () => opened.renderer.findByTestId(Button, 'create-task-test-own-log');
    button().trigger('onClick');
    await settle();
    return { opened, sent, button };
  };

  it('makes the step a task, once, by naming it to the server', async () => {
    const { opened, sent, button } = await createTask(async () =>
      Response.json({ state: 'created' }),
    );
    expect(sent).toEqual([
      {
        url: 'https://attune.example/v1/tasks',
        method: 'POST',
        body: {
          ...{ recordKind: 'deal', recordId: '9001', dealId: '9001', personId: '7101' },
          stepId: 'test-own-log',
        },
      },
    ]);
    expect(alerts(opened)).toEqual([
      { type: 'success', message: 'The task is in your list, due next working day.' },
    ]);
    expect(button().props.disabled).toBe(true);
    expect(button().text).toBe('Task created');
    expect(opened.renderer.mocks.actions.refreshObjectProperties.callCount).toBe(1);
  });

  it('says when a task is still on its way', async () => {
    const { opened } = await createTask(async () => Response.json({ state: 'queued' }));
    expect(alerts(opened)).toEqual([
      { type: 'info', message: 'The task is on its way to your list.' },
    ]);
  });

  it.each([
    ['the server’s own sentence', 403, 'It belongs to a colleague.', 'It belongs to a colleague.'],
    [
      'a plain sentence for a server error',
      500,
      'x',
      'Attune did not answer. Please try again in a minute.',
    ],
  ])(
    'tells %s when a press did not work, and can be pressed again',
    async (_what, status, message, told) => {
      const { opened, button } = await createTask(async () =>
        Response.json({ error: { code: 'x', message } }, { status }),
      );
      expect(alerts(opened)).toEqual([{ type: 'danger', message: told }]);
      expect(button().props.disabled).toBe(false);
    },
  );

  it('says something of its own where a refusal has no sentence', async () => {
    const { opened } = await createTask(async () => Response.json({}, { status: 409 }));
    expect(alerts(opened)).toEqual([
      { type: 'danger', message: 'Attune did not take this. Please open the record again.' },
    ]);
  });

  it.each([
    ['started', 'success', /reads this record again/],
    ['too_soon', 'info', /less than a minute ago/],
  ] as const)('tells that a refresh is %s', async (state, type, words) => {
    const opened = await readCard(insight());
    const againAt = '2026-03-10T09:01:00.000Z';
    const sent = serve(async () => Response.json({ state, againAt }));
    opened.renderer.findByTestId(Button, 'refresh').trigger('onClick');
    await settle();
    expect(sent[0]).toMatchObject({
      url: 'https://attune.example/v1/refresh',
      body: { recordKind: 'deal', recordId: '9001' },
    });
    expect(alerts(opened)).toEqual([{ type, message: expect.stringMatching(words) }]);
  });

  it.each([
    ['contact', '7101'],
    ['deal', '9001'],
  ])(
    'keeps a %s from being analysed, and asks for the card again',
    async (recordKind, recordId) => {
      const opened = await readCard(insight());
      const silent = answerWith(designed('do_not_analyse'));
      const sent = serve(async (asked) =>
        asked.method === 'POST' ? Response.json({ silent: true }) : silent(asked),
      );
      opened.renderer.findByTestId(Button, `do-not-analyse-${recordKind}`).trigger('onClick');
      await opened.renderer.waitFor(() => {
        expect(opened.renderer.find(EmptyState).props.title).toBe('Not analysed');
      });
      expect(sent.map(({ url, body }) => [new URL(url).pathname, body])).toEqual([
        ['/v1/do-not-analyse', { recordKind, recordId }],
        ['/v1/cards/deal/9001', undefined],
      ]);
    },
  );

  it('has no button where the advice is to wait', async () => {
    const card = insight();
    if (card.nextStep === null) throw new Error('The fixture has a next step.');
    const wait = { ...card.nextStep, action: 'none' as const, draft: null };
    const { renderer } = await readCard({ ...card, nextStep: wait, alternatives: [] });
    expect(renderer.findAll(CrmActionButton)).toHaveLength(0);
  });

  it('tells what HubSpot says when a form does not open', async () => {
    const opened = await readCard(insight());
    const button = opened.renderer.find(CrmActionButton, { actionType: 'SEND_EMAIL' });
    button.props.onError?.(['No mailbox is connected.']);
    expect(alerts(opened)).toEqual([{ type: 'danger', message: 'No mailbox is connected.' }]);
  });

  it('leads from a quote to its activity', async () => {
    const { renderer } = await readCard(insight());
    const [link] = renderer.findAll(CrmActionLink);
    expect(link?.props).toMatchObject({
      actionType: 'ENGAGEMENT_APP_LINK',
      actionContext: { ...DEAL, engagementId: '5501' },
    });
  });

  it('leads from a ticket’s words to the ticket, which is a record of its own', async () => {
    const card = insight();
    const [claim] = card.drivers;
    const [quote] = claim?.quotes ?? [];
    if (claim === undefined || quote === undefined) throw new Error('The fixture has a quote.');
    const source = { ...quote.source, kind: 'ticket' as const, id: '88' };
    const { renderer } = await readCard({
      ...card,
      drivers: [{ ...claim, quotes: [{ ...quote, source }] }],
    });
    expect(renderer.findAll(CrmActionLink)[0]?.props).toMatchObject({
      actionType: 'PREVIEW_OBJECT',
      actionContext: { objectId: 88, objectTypeId: '0-5' },
    });
  });

  it('copies each prompt and the brief', async () => {
    const opened = await readCard(insight());
    for (const what of ['Understand', 'Feel', 'Do', 'the brief'])
      opened.renderer.findByTestId(Button, `copy-${what}`).trigger('onClick');
    await settle();
    const copied = opened.renderer.mocks.actions.copyTextToClipboard.calls.flat();
    expect(copied[0]).toBe('“Which day of the migration would hurt most if it slipped, Dana?”');
    expect(String(copied[3]).split('\n')).toHaveLength(6);
    expect(alerts(opened).map((alert) => alert.type)).toEqual(Array(4).fill('success'));
  });

  it('says so when the browser does not allow copying', async () => {
    const opened = await readCard(insight());
    opened.renderer.mocks.actions.copyTextToClipboard.willCall(() =>
      Promise.reject(new Error('denied')),
    );
    opened.renderer.findByTestId(Button, 'copy-Feel').trigger('onClick');
    await settle();
    expect(alerts(opened).map((alert) => alert.type)).toEqual(['danger']);
  });

  it('keeps a verdict and sends what it is about', async () => {
    const opened = await readCard(insight());
    opened.renderer.findByTestId(Button, 'not_right-certainty').trigger('onClick');
    await settle();
    expect(opened.sent[1]).toEqual({
      url: 'https://attune.example/v1/verdicts',
      method: 'POST',
      body: {
        recordKind: 'deal',
        recordId: '9001',
        dealId: '9001',
        personId: '7101',
        driver: 'certainty',
        verdict: 'not_right',
      },
    });
    expect(opened.renderer.findByTestId(Button, 'not_right-certainty').props.disabled).toBe(true);
    expect(opened.renderer.findByTestId(Button, 'right-certainty').props.disabled).toBe(false);
  });

  it('takes a verdict back and says so when it could not be saved', async () => {
    const opened = await readCard(insight());
    serve(async () => new Response('{}', { status: 500 }));
    opened.renderer.findByTestId(Button, 'right-certainty').trigger('onClick');
    await settle();
    expect(opened.renderer.findByTestId(Button, 'right-certainty').props.disabled).toBe(false);
    expect(alerts(opened).map((alert) => alert.type)).toEqual(['danger']);
  });

  it('shows the verdict that was given before', async () => {
    const { renderer } = await readCard(insight());
    expect(renderer.findByTestId(Button, 'right-recognition').text).toBe('Right, noted');
  });

  it('asks for the chosen person’s card', async () => {
    const opened = await readCard(insight());
    serve(answerWith(insight()));
    const sent = serve(answerWith(insight()));
    opened.renderer.findAll(Dropdown.ButtonItem)[1]?.trigger('onClick');
    expect(sent[0]?.url).toBe('https://attune.example/v1/cards/deal/9001?choice=7102');
    await opened.renderer.waitFor(() => {
      opened.renderer.findByTestId(Dropdown, 'focus-choice');
    });
  });

  it('names the deal, not the person, where a contact has several deals', async () => {
    const card = insight();
    const choices = [
      { key: 'a', label: 'Platform migration', chosen: true },
      { key: 'b', label: 'Renewal', chosen: false },
    ];
    const { renderer } = await readCard({ ...card, focus: { ...card.focus, choices } }, CONTACT);
    expect(renderer.findByTestId(Dropdown, 'focus-choice').props.buttonText).toBe(
      'In: Platform migration',
    );
  });

  it('tells the ways of knowing apart in words', async () => {
    const { renderer } = await readCard(insight());
    const shown = renderer.findAll(Text).map((node) => node.text);
    expect(shown).toContain('Dana Whitlock');
    expect(shown).toContain('Dana Whitlock, noted by Priya Raman, not word for word');
    expect(shown).toContain('Dana Whitlock, seen, not said, not tied to one deal');
    expect(shown).toContain('Dana added the plant manager and the CFO to the review');
  });
});
