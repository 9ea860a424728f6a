import type {
  Card,
  DriverClaim,
  EmptyCard,
  EndedCard,
  InsightCard,
  OpenConcern,
  Phrase,
  PromptLine,
  Quote,
  SourceLink,
} from '../../../shared/card.ts';
import type {
  PayloadEmpty,
  PayloadEnded,
  PayloadInsight,
  PayloadPhrase,
  PayloadView,
  Words,
} from '../../../shared/insight-payload.ts';
import type { WordBook } from './known-words.ts';
import { isStretch, pointToWords } from './point-to-words.ts';
import type { PointerTable } from './pointer-table.ts';

/** What a view is written with: the words we hold, and the pointers given out so far. */
export interface Pen {
  readonly book: WordBook;
  readonly table: PointerTable;
}

export type ViewCard = PayloadView['card'];

/** A card with pointers in place of words. What words cannot be pointed to is left out. */
export function writeCard(pen: Pen, card: Card): ViewCard {
  if (card.kind === 'insight') return writeInsight(pen, card);
  if (card.kind === 'ended') return writeEnded(pen, card);
  if (card.kind === 'empty') return writeEmpty(pen, card);
  if (card.kind === 'do_not_analyse') return { kind: card.kind, text: card.text };
  return { kind: 'empty', text: card.text, ask: null, stage: null, coverage: null };
}

function writeInsight(pen: Pen, card: InsightCard): PayloadInsight {
  const steps = [card.nextStep, ...card.alternatives].filter((each) => each !== null);
  return {
    kind: 'insight',
    headline: told(pen, card.headline) ?? [],
    stage: card.stage,
    notices: card.notices.flatMap(({ kind, text }) =>
      kind === 'old_reading' ? [] : withText(pen, { kind }, text),
    ),
    steps: steps.flatMap(({ id, title, reason, action }) => {
      const [head, why] = [told(pen, title), told(pen, reason)];
      return head === null || why === null ? [] : [{ id, title: head, reason: why, action }];
    }),
    drivers: card.drivers.flatMap((claim) => writeClaim(pen, claim)),
    concerns: card.concerns.flatMap((concern) => writeConcern(pen, concern)),
    moreConcerns: card.moreConcerns,
    prompts: writePrompts(pen, card.prompts),
    brief: card.brief.sentences.map((each) => told(pen, each) ?? []),
    why: card.why && {
      rule: card.why.rule,
      conditions: card.why.conditions,
      wouldMove: card.why.wouldMove,
    },
    map: card.map.map(({ cell, entries }) => ({ cell, entries: writeEntries(pen, entries) })),
    persona: card.persona.map(({ slot, question, entries }) => ({
      slot,
      question,
      entries: writeEntries(pen, entries),
    })),
    people: card.people,
    groupNotes: card.groupNotes.flatMap((note) => toList(told(pen, note))),
    journey: card.journey,
    coverage: card.coverage.sentence,
  };
}

function writePrompts(pen: Pen, prompts: InsightCard['prompts']): PayloadInsight['prompts'] {
  const { understand, feel, act, avoid } = prompts;
  return {
    understand: writeLine(pen, understand),
    feel: writeLine(pen, feel),
    act: writeLine(pen, act),
    avoid: writeLine(pen, avoid),
  };
}

function writeEnded(pen: Pen, card: EndedCard): PayloadEnded {
  return {
    kind: 'ended',
    headline: told(pen, card.headline) ?? [],
    crmStage: card.crmStage,
    endedAt: card.endedAt,
    leftOpen: card.leftOpen.flatMap((concern) => writeConcern(pen, concern)),
    coverage: card.coverage.sentence,
  };
}

function writeEmpty(pen: Pen, card: EmptyCard): PayloadEmpty {
  return {
    kind: 'empty',
    text: told(pen, card.text) ?? [],
    ask: card.ask && told(pen, card.ask),
    stage: card.stage,
    coverage: card.coverage?.sentence ?? null,
  };
}

function writeClaim(pen: Pen, claim: DriverClaim): PayloadInsight['drivers'] {
  const quotes = claim.quotes.flatMap((quote) => writeQuote(pen, quote));
  const sentence = told(pen, claim.sentence);
  if (quotes.length === 0 || sentence === null) return [];
  const { driver, pole, word, title, against } = claim;
  return [{ driver, pole, word, title, sentence, quotes, against: against && told(pen, against) }];
}

function writeConcern(pen: Pen, concern: OpenConcern): PayloadInsight['concerns'] {
  const [quote] = writeQuote(pen, concern.quote);
  const text = told(pen, concern.text);
  if (quote === undefined || text === null) return [];
  const { id, driver, raisedAt, timesRaised } = concern;
  return [{ id, driver, text, raisedAt, timesRaised, quote }];
}

type Evidence = PayloadInsight['concerns'][number]['quote'];

function writeQuote({ book, table }: Pen, quote: Quote): readonly Evidence[] {
  const known = book.byId.get(quote.evidenceId);
  const words = known && table.words({ words: known, from: 0, to: known.shown.length });
  if (words === undefined || words === null) return [];
  const { evidenceId, author, status, shared } = quote;
  return [{ evidenceId, words, author, status, shared }];
}

function writeLine(pen: Pen, line: PromptLine | null): { id: string; text: PayloadPhrase } | null {
  const text = line && told(pen, line.text);
  return line === null || text === null ? null : { id: line.id, text };
}

interface Entry {
  readonly text: string;
  readonly status: PayloadInsight['map'][number]['entries'][number]['status'];
  readonly source: SourceLink | null;
}

function writeEntries(
  pen: Pen,
  entries: readonly Entry[],
): PayloadInsight['map'][number]['entries'] {
  return entries.flatMap(({ text, status, source }) => {
    const [words, from] = [told(pen, text), source && pen.table.source(source)];
    const isLost = words === null || (source !== null && from === null);
    return isLost ? [] : [{ text: words, status, source: from }];
  });
}

function toList<T>(value: T | null): readonly T[] {
  return value === null ? [] : [value];
}

function withText<T extends object>(
  pen: Pen,
  rest: T,
  text: Phrase,
): readonly (T & { text: PayloadPhrase })[] {
  const words = told(pen, text);
  return words === null ? [] : [{ ...rest, text: words }];
}

/** Null: some of its words stand where the org cannot give them. */
export function told({ book, table }: Pen, text: string | Phrase): PayloadPhrase | null {
  const parts: (Exclude<PayloadPhrase[number], Words> | Words)[] = [];
  for (const piece of pointToWords(book, text)) {
    const part = isStretch(piece) ? table.words(piece) : piece;
    if (part === null) return null;
    parts.push(part);
  }
  return parts;
}
