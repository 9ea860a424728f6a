import {
  Accordion,
  Button,
  EmptyState,
  ErrorState,
  Heading,
  LoadingSpinner,
  Tag,
  Text,
} from '@hubspot/ui-extensions';
import { CrmActionButton } from '@hubspot/ui-extensions/crm';
import { describe, expect, it, jest } from '@jest/globals';
import {
  CONTACT,
  answerWith,
  designed,
  insight,
  openCard,
  readCard,
  settle,
} from './open-card.tsx';

type Opened = Awaited<ReturnType<typeof readCard>>;
const texts = ({ renderer }: Opened) => renderer.findAll(Text).map((node) => node.text);

describe('the card in each of its states', () => {
  it('says that it is reading while the answer is on its way', async () => {
    const { renderer, sent } = openCard(() => new Promise(() => undefined));
    // The next test's requests must not be mixed with this one's.
    while (sent.length === 0) await settle();
    expect(renderer.find(LoadingSpinner).props.label).toBe('Reading the card');
  });

  it('asks once for the open record', async () => {
    const { sent } = await readCard(insight());
    expect(sent.map(({ method, url }) => [method, url])).toEqual([
      ['GET', 'https://attune.example/v1/cards/deal/9001'],
    ]);
  });

  it('asks for a contact when a contact is open', async () => {
    const { sent } = await readCard(insight(), CONTACT);
    expect(sent[0]?.url).toBe('https://attune.example/v1/cards/contact/7101');
  });

  it('puts headline, both stages and the next step before anything else', async () => {
    const { renderer } = await readCard(insight());
    expect(renderer.findByTestId(Heading, 'headline').text).toMatch(/^Dana asked twice/);
    expect(renderer.findByTestId(Tag, 'stage-chip').text).toBe(
      'Buyer: Consideration · CRM: Contract sent',
    );
    const order = renderer.getRootNode().toString();
    expect(order.indexOf('Write the mail')).toBeLessThan(order.indexOf('On their mind'));
  });

  it('has one primary button', async () => {
    const { renderer } = await readCard(insight());
    expect(renderer.findAll(CrmActionButton, { variant: 'primary' })).toHaveLength(1);
    expect(renderer.findAll(Button, { variant: 'primary' })).toHaveLength(0);
  });

  it.each(['partial', 'old_sources', 'old_reading', 'hand_over'] as const)(
    'tells a %s card’s notice above the next step',
    async (state) => {
      const { renderer } = await readCard(designed(state));
      const order = renderer.getRootNode().toString();
      expect(order.indexOf(`notice-${state}`)).toBeGreaterThan(0);
      expect(order.indexOf(`notice-${state}`)).toBeLessThan(order.indexOf('Write the mail'));
    },
  );

  it('gives a question to ask where there is not enough to go on', async () => {
    const opened = await readCard(designed('empty'));
    expect(opened.renderer.find(EmptyState).props.title).toBe('Not enough to go on yet');
    expect(texts(opened)).toContain(
      '“What made you look at this now, Dana, and what would have to be different in six months?”',
    );
  });

  it.each([
    ['no_permission', 'Not open to you'],
    ['do_not_analyse', 'Not analysed'],
  ] as const)('shows nothing but a sentence for %s', async (state, title) => {
    const opened = await readCard(designed(state));
    expect(opened.renderer.find(EmptyState).props.title).toBe(title);
    expect(texts(opened)).toHaveLength(1);
    expect(opened.renderer.findAll(Button)).toHaveLength(0);
  });

  it('gives no advice on an ended deal, only what was left open', async () => {
    const opened = await readCard(designed('ended'));
    expect(texts(opened)).toContain('What happens to the history');
    expect(texts(opened)).toContain('open for 22 days, raised twice');
    expect(opened.renderer.findAll(CrmActionButton)).toHaveLength(0);
  });

  it('says that a record is not read yet when the server does not know it', async () => {
    const { renderer } = openCard(async () => new Response('{}', { status: 404 }));
    await renderer.waitFor(() => {
      expect(renderer.find(EmptyState).props.title).toBe('Not read yet');
    });
  });

  it.each([
    ['answers with an error', async () => new Response('{}', { status: 503 })],
    ['cannot be reached', async () => Promise.reject(new Error('timeout'))],
  ])('offers another try when the server %s, and shows the card then', async (_what, failing) => {
    const answer = jest.fn(answerWith(insight())).mockImplementationOnce(failing);
    const { renderer } = openCard(answer);
    await renderer.waitFor(() => {
      renderer.find(ErrorState);
    });
    renderer.findByTestId(Button, 'try-again').trigger('onClick');
    await renderer.waitFor(() => {
      renderer.findByTestId(Heading, 'headline');
    });
  });

  it('keeps long names inside one chip', async () => {
    const card = insight();
    const name = 'Maximiliane-Charlotte von Hohenstein-Wittgenstein';
    const person = { ...card.focus.person, name };
    const { renderer } = await readCard({ ...card, focus: { ...card.focus, person, choices: [] } });
    expect(renderer.findByTestId(Tag, 'person-chip').text).toBe('Maximiliane-Charlotte von…');
  });

  it('leaves out a title that does not fit beside the name, and never cuts one', async () => {
    const card = insight();
    const person = { ...card.focus.person, title: 'Head of Site Administration', role: null };
    const { renderer } = await readCard({ ...card, focus: { ...card.focus, person, choices: [] } });
    expect(renderer.findByTestId(Tag, 'person-chip').text).toBe('Dana Whitlock');
  });

  it('folds what speaks against a need, and leaves the words in it', async () => {
    const card = insight();
    const [first] = card.drivers;
    if (first === undefined) throw new Error('No need on the card.');
    const against = ['Dana wrote “that is clear now”.'];
    const opened = await readCard({ ...card, drivers: [{ ...first, against }] });
    const fold = opened.renderer.findByTestId(Accordion, `against-${first.driver}`);
    expect(fold.props.title).toBe('What speaks against it');
    expect(texts(opened)).toContain(against[0]);
  });

  it('folds what was left open after the two oldest', async () => {
    const card = designed('ended');
    if (card.kind !== 'ended' || card.leftOpen[0] === undefined) throw new Error('No ended card.');
    const [first] = card.leftOpen;
    const leftOpen = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ ...first, id }));
    const { renderer } = await readCard({ ...card, leftOpen });
    expect(renderer.findByTestId(Accordion, 'more-left-open').props.title).toBe('+ 3 more');
  });

  it('shows a long quote by the sentence that comes to the point, and folds the whole', async () => {
    const card = insight();
    const [claim] = card.drivers;
    const [quote] = claim?.quotes ?? [];
    if (claim === undefined || quote === undefined) throw new Error('No quote.');
    const story =
      'We moved the yearly count to the last week of May, as we have done since the flood.';
    const shown = `${story} What happens to the history if we move? I ask for a friend.`;
    const opened = await readCard({
      ...card,
      drivers: [{ ...claim, quotes: [{ ...quote, shown }] }],
    });
    expect(texts(opened)).toContain('“… What happens to the history if we move? …”');
    const whole = opened.renderer.findByTestId(Accordion, `whole-${quote.evidenceId}`);
    expect(whole.props.title).toBe('In full');
    expect(texts(opened)).toContain(`“${shown}”`);
  });

  it('shows a long quote whole where it is one sentence', async () => {
    const card = insight();
    const [claim] = card.drivers;
    const [quote] = claim?.quotes ?? [];
    if (claim === undefined || quote === undefined) throw new Error('No quote.');
    const shown = `We count ${'and count '.repeat(12)}until May.`;
    const drivers = [{ ...claim, quotes: [{ ...quote, shown }] }];
    expect(texts(await readCard({ ...card, drivers }))).toContain(`“${shown}”`);
  });

  it('shows nothing of a part that has no content', async () => {
    const opened = await readCard({
      ...insight(),
      nextStep: null,
      alternatives: [],
      drivers: [],
      concerns: [],
      moreConcerns: 0,
      prompts: { understand: null, feel: null, act: null, avoid: null },
      why: null,
    });
    const shown = opened.renderer.getRootNode().toString();
    for (const title of ['Next step', 'On their mind', 'Still open', 'What helps'])
      expect(shown).not.toContain(title);
    expect(texts(opened)).toContain('No rule held: the stage is not clear yet.');
  });
});
