import { createHash } from 'node:crypto';
import type { EndedCard, InsightCard, OpenConcern, Quote, SourceLink } from '../../shared/card.ts';
import type {
  InsightPayload,
  PayloadEnded,
  PayloadInsight,
  PayloadView,
} from '../../shared/insight-payload.ts';

/** A payload and the words of the records that it points to, in the order of its quotes. */
export interface WrittenCard {
  readonly payload: InsightPayload;
  readonly words: readonly string[];
}

type Tellable = InsightCard | EndedCard;

/** Prefixes of the org's record ids. */
const OBJECTS: Readonly<Partial<Record<SourceLink['kind'], readonly [string, string, string]>>> = {
  email: ['EmailMessage', '02s', 'TextBody'],
  meeting: ['Event', '00U', 'Description'],
  ticket: ['Case', '500', 'Description'],
};

/** A designed card as our server would write it into an org: each quote becomes the whole text of a record of its own. */
export function writeCard(card: Tellable, others: readonly PayloadView[] = []): WrittenCard {
  const desk = new Desk();
  const view: PayloadView = {
    person: { ...card.focus.person, id: orgId('003', card.focus.person.id) },
    deal: card.focus.deal && { ...card.focus.deal, id: orgId('006', card.focus.deal.id) },
    label: card.focus.choices.find(({ chosen }) => chosen)?.label ?? card.focus.person.name,
    waiting: card.focus.waiting,
    card: card.kind === 'insight' ? writeInsight(card, desk) : writeEnded(card, desk),
    rests: [],
  };
  const rests =
    card.kind === 'insight' ? [{ part: 'headline', sources: [0] }, ...restOnFirst(card)] : [];
  const payload: InsightPayload = {
    version: 1,
    sources: desk.sources,
    quotes: desk.quotes,
    views: [{ ...view, rests }, ...others],
    focus: [
      { from: '2026-01-01T00:00:00.000Z', view: 0, because: 'is in the next meeting of this deal' },
    ],
  };
  return { payload, words: desk.words };
}

function restOnFirst({ nextStep }: InsightCard) {
  return nextStep === null ? [] : [{ part: `step ${nextStep.id}`, sources: [0] }];
}

/** A card's sources and quotes as they come up. */
class Desk {
  readonly sources: InsightPayload['sources'] = [];
  readonly quotes: InsightPayload['quotes'] = [];
  readonly words: string[] = [];

  source({ kind, id, at }: SourceLink): number {
    const [object, prefix] = OBJECTS[kind] ?? ['Task', '00T'];
    const written = { object, id: orgId(prefix, id), kind, at };
    const known = this.sources.findIndex((each) => each.id === written.id);
    return known >= 0 ? known : this.sources.push(written) - 1;
  }

  quote({ shown, source, ...quote }: Quote) {
    const place = this.quotes.push({
      source: this.source(source),
      field: OBJECTS[source.kind]?.[2] ?? 'Description',
      start: 0,
      end: shown.length,
      hash: createHash('sha256').update(shown).digest('hex').slice(0, 32),
    });
    this.words.push(shown);
    return { ...quote, words: { quote: place - 1 } };
  }
}

function writeInsight(card: InsightCard, desk: Desk): PayloadInsight {
  return {
    kind: 'insight',
    headline: card.headline,
    stage: card.stage,
    notices: card.notices.flatMap(({ kind, text }) =>
      kind === 'old_reading' ? [] : [{ kind, text }],
    ),
    steps: [card.nextStep, ...card.alternatives].flatMap((step) =>
      step === null
        ? []
        : [{ id: step.id, title: step.title, reason: step.reason, action: step.action }],
    ),
    drivers: card.drivers.map(({ verdict: _, quotes, ...claim }) => ({
      ...claim,
      quotes: quotes.map((quote) => desk.quote(quote)),
    })),
    concerns: card.concerns.map((concern) => writeConcern(concern, desk)),
    moreConcerns: card.moreConcerns,
    prompts: card.prompts,
    brief: card.brief.sentences,
    why: card.why && withoutFocus(card.why),
    map: card.map.map((cell) => ({
      ...cell,
      entries: cell.entries.map((entry) => writeEntry(entry, desk)),
    })),
    persona: card.persona.map((slot) => ({
      ...slot,
      entries: slot.entries.map((entry) => writeEntry(entry, desk)),
    })),
    people: card.people.map((member) => ({
      ...member,
      person: { ...member.person, id: orgId('003', member.person.id) },
    })),
    groupNotes: card.groupNotes,
    journey: card.journey,
    coverage: card.coverage.sentence,
  };
}

function withoutFocus({ focus: _, ...why }: NonNullable<InsightCard['why']>) {
  return why;
}

type Entry = InsightCard['map'][number]['entries'][number] | PersonaEntry;
type PersonaEntry = InsightCard['persona'][number]['entries'][number];

function writeEntry({ text, status, source }: Entry, desk: Desk) {
  return { text: [text], status, source: source && desk.source(source) };
}

function writeConcern({ quote, ...concern }: OpenConcern, desk: Desk) {
  return { ...concern, quote: desk.quote(quote) };
}

function writeEnded(card: EndedCard, desk: Desk): PayloadEnded {
  return {
    kind: 'ended',
    headline: card.headline,
    crmStage: card.crmStage,
    endedAt: card.endedAt,
    leftOpen: card.leftOpen.map((concern) => writeConcern(concern, desk)),
    coverage: card.coverage.sentence,
  };
}

/** Eighteen characters, as the org's ids are. */
export function orgId(prefix: string, number: string): string {
  return `${prefix}${number.padStart(12, '0')}AAA`;
}
