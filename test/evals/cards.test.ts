import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Card, InsightCard, Phrase, Quote } from '../../shared/card.ts';
import type { DealFile } from '../../server/domain/deal-file.ts';
import type { Evidence } from '../../server/domain/evidence.ts';
import type { Person } from '../../server/domain/person.ts';
import { fixedWords } from '../../server/domain/phrase.ts';
import { shown as shownOf } from '../../server/inference/shown.ts';
import { buildCards } from '../../server/insight/build-cards.ts';
import { composeCard } from '../../server/insight/compose-card.ts';
import type { CardRow } from '../../server/insight/port.ts';
import { walkJourney } from '../../server/journey/stage-history.ts';
import { FIRST_RULES } from '../../server/journey/stage-rules.ts';
import { findBreach } from '../../server/playbook/ethics-floor.ts';
import { renderPhrase } from '../support/cards/render-phrase.ts';
import type { ToldFile } from '../support/cards/told-stories.ts';
import { MORNING, storyDay, tellAllStories } from '../support/cards/told-stories.ts';

/**
 * Every card of the sandbox as its reps see it on the first morning: the stories' texts, the real reader, the real
 * folds, against what each story's author holds to be true. Floors stand a little under what was measured on
 * 2026-11-23, so that a change of the reader may move a story, and a loss of several is seen. The three last ones stood
 * higher (.74, .77, .9) when a reader claimed what was right in two cases of three; this one claims less, and is right in
 * five of six.
 */
const FLOOR = {
  /** Measured 0.94 of 2,279 days. */
  stageByDay: 0.92,
  /** Measured 33 of 36. */
  stageNow: 0.86,
  /** Measured 22 of 30. */
  focusPerson: 0.69,
  /** Measured 21 of 30. */
  needShown: 0.66,
  /** Measured 24 of 30: the need stands on that person's own card. */
  needOfPerson: 0.79,
};

interface Told extends ToldFile {
  readonly rows: readonly CardRow[];
  readonly card: Card;
}

let told: readonly Told[] = [];
let texts: ReadonlyMap<string, string> = new Map();

beforeAll(async () => {
  const stories = await tellAllStories();
  texts = stories.texts;
  told = stories.files.map(withCards);
}, 60_000);

function withCards(each: ToldFile): Told {
  const rows = buildCards(each.file, MORNING);
  const record =
    each.file.deal === null
      ? ({ kind: 'contact', id: rows[0]?.personId ?? '' } as const)
      : ({ kind: 'deal', id: each.file.deal.id } as const);
  const open = { choice: null, now: MORNING, readable: () => true, syncedAt: MORNING };
  return { ...each, rows, card: composeCard({ record, rows, ...open }) };
}

/** Every card of every person, not only of the focus. */
function allCards(): readonly { readonly of: Told; readonly card: InsightCard }[] {
  return told.flatMap((of) =>
    of.rows.flatMap(({ card }) => (card.kind === 'insight' ? [{ of, card }] : [])),
  );
}

function quotesOf({ card }: CardRow): readonly Quote[] {
  if (card.kind === 'ended') return card.leftOpen.map(({ quote }) => quote);
  if (card.kind !== 'insight') return [];
  return [
    ...card.drivers.flatMap(({ quotes }) => quotes),
    ...card.concerns.map(({ quote }) => quote),
  ];
}

function say(text: Phrase): string {
  return renderPhrase(text, { now: MORNING, timeZone: 'Europe/London' });
}

function share(outcomes: readonly boolean[]): number {
  return outcomes.filter(Boolean).length / outcomes.length;
}

describe('every quote on a card', () => {
  it('stands in the named activity, word for word', () => {
    const quotes = told.flatMap(({ file, rows }) =>
      rows.flatMap(quotesOf).map((quote) => ({ quote, file })),
    );
    expect(quotes.length).toBeGreaterThan(150);
    const wrong = quotes.filter(({ quote, file }) => {
      const { source, evidenceId, shown } = quote;
      const evidence = file.evidence.find(({ id }) => id === evidenceId);
      const text = texts.get(`${source.kind}/${source.id}`);
      const slice = text?.slice(evidence?.start, evidence?.end);
      return slice === undefined || slice !== evidence?.quote || shownOf(slice) !== shown;
    });
    expect(wrong.map(({ quote }) => quote.shown)).toEqual([]);
  });

  it('is the named buyer’s own, or noted by a named seller and then said so', () => {
    const wrong = told.flatMap((each) =>
      each.rows.flatMap(quotesOf).filter((quote) => !isTheirs(each, quote)),
    );
    expect(wrong.map(({ author, shown }) => `${author}: ${shown}`)).toEqual([]);
  });
});

function isTheirs({ file }: Told, quote: Quote): boolean {
  const evidence = file.evidence.find(({ id }) => id === quote.evidenceId);
  const person = file.persons.find(({ id }) => id === evidence?.personId);
  if (evidence === undefined || person === undefined) return false;
  return quote.status === 'reported'
    ? quote.author === `${person.name}, noted by ${noterOf(file, evidence)}`
    : quote.author === person.name && spokeThere(file, evidence, person);
}

function noterOf({ sellers }: DealFile, evidence: Evidence): string {
  return sellers.find(({ id }) => id === evidence.notedBySellerId)?.name ?? 'nobody we know';
}

/** Who wrote the activity, or whose line of it this is. */
function spokeThere(file: DealFile, evidence: Evidence, person: Person): boolean {
  const { activityKind, activityId, start } = evidence;
  const activity = file.activities.find(({ id }) => id === activityId);
  const line = lineAt(texts.get(`${activityKind}/${activityId}`) ?? '', start);
  return activity?.authorPersonId === person.id || line.startsWith(`${person.name}:`);
}

function lineAt(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1);
}

describe('the headline', () => {
  it('has at most 140 characters and never a quote that is cut', () => {
    const cut = allCards().filter(({ of, card }) => {
      const headline = say(card.headline);
      const quoted = [...headline.matchAll(/“([^”]*)”/g)].map((match) => match[1] ?? '');
      const known = [...of.file.evidence, ...of.file.statements].flatMap(wholeOrSentence);
      return headline.length > 140 || quoted.some((words) => !known.includes(words));
    });
    expect(cut.map(({ card }) => say(card.headline))).toEqual([]);
  });

  it('quotes the buyer on most cards', () => {
    expect(share(allCards().map(({ card }) => say(card.headline).includes('“')))).toBeGreaterThan(
      0.8,
    );
  });
});

function wholeOrSentence({ shown }: { readonly shown: string }): readonly string[] {
  const bare = (words: string): string =>
    words
      .trim()
      .replaceAll('“', '‘')
      .replaceAll('”', '’')
      .replace(/[.,;:]+$/, '');
  return [shown, ...shown.split(/(?<=[.?!…])\s+(?=\p{Lu})/u)].map(bare);
}

describe('what a card says in our words', () => {
  it('holds none of the words and pressures that the floor refuses', () => {
    const breaches = allCards().flatMap(({ card }) =>
      sentencesOf(card).flatMap((text) => {
        const breach = findBreach(fixedWords(text));
        return breach === null ? [] : [`${breach.words}: ${fixedWords(text)}`];
      }),
    );
    expect(breaches).toEqual([]);
  });

  it('names a next step on every open deal', () => {
    const open = told.filter(({ file }) => file.deal === null || file.deal.outcome === 'open');
    const without = open.filter(({ card }) => card.kind === 'insight' && card.nextStep === null);
    expect(open.length).toBeGreaterThan(20);
    expect(without.map(({ story }) => story)).toEqual([]);
  });
});

function sentencesOf(card: InsightCard): readonly Phrase[] {
  const steps = [card.nextStep, ...card.alternatives].filter((each) => each !== null);
  const prompts = Object.values(card.prompts).filter((each) => each !== null);
  return [
    card.headline,
    ...steps.flatMap(({ title, reason }) => [title, reason]),
    ...prompts.map(({ text }) => text),
    ...card.drivers.map(({ sentence }) => sentence),
    ...card.concerns.map(({ text }) => text),
    ...card.brief.sentences,
    ...card.groupNotes,
  ];
}

describe('the card beside its author’s truth', () => {
  /** A second deal of the same story has no truth of its own. */
  const judged = (): readonly Told[] => told.filter(({ subject }) => subject !== 'second deal');

  it('knows the stage, day by day and now', () => {
    const staged = judged().filter(({ truth }) => truth.stages.length > 0);
    expect(share(staged.flatMap(daysRight))).toBeGreaterThan(FLOOR.stageByDay);
    const now = staged.map(({ file, truth }) => stageAt(file, -1) === truth.stages.at(-1)?.stage);
    expect(share(now)).toBeGreaterThan(FLOOR.stageNow);
  });

  it('speaks of the person whose concern matters now, and shows the need behind it', () => {
    const matters = judged().flatMap(whatMatters);
    expect(matters.length).toBeGreaterThan(25);
    expect(share(matters.map(({ focus }) => focus))).toBeGreaterThan(FLOOR.focusPerson);
    expect(share(matters.map(({ shown }) => shown))).toBeGreaterThan(FLOOR.needShown);
    expect(share(matters.map(({ known }) => known))).toBeGreaterThan(FLOOR.needOfPerson);
  });
});

function daysRight({ file, truth: { stages } }: Told): readonly boolean[] {
  const first = stages[0]?.from ?? 0;
  const { points } = walkJourney(file, FIRST_RULES, MORNING);
  return Array.from({ length: -first }, (_, index) => {
    const day = first + index;
    const ours = points.findLast(({ from }) => from <= storyDay(day))?.stage;
    return ours === stages.findLast(({ from }) => from <= day)?.stage;
  });
}

function stageAt(file: Told['file'], day: number) {
  const { points } = walkJourney(file, FIRST_RULES, MORNING);
  return points.findLast(({ from }) => from <= storyDay(day))?.stage;
}

function whatMatters({ card, rows, truth, ids }: Told) {
  const concern = truth.concerns.find(({ id }) => id === truth.concernNow);
  if (concern === undefined || card.kind !== 'insight') return [];
  const personId = ids.people[concern.person];
  const own = rows.find((row) => row.personId === personId)?.card;
  const names = (shown: Card | undefined): boolean =>
    shown?.kind === 'insight' && shown.drivers.some(({ driver }) => driver === concern.driver);
  return [{ focus: card.focus.person.id === personId, shown: names(card), known: names(own) }];
}
