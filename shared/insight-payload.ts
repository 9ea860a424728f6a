import { z } from 'zod';
import { Moment } from './card.ts';
import type { Instant } from './ids.ts';
import {
  ACTIVITY_KINDS,
  BUYING_ROLES,
  CONFIDENCE_WORDS,
  DRIVERS,
  MAP_CELLS,
  PERSONA_SLOTS,
  POLES,
  STAGES,
  STATUSES,
  type Driver,
  type Pole,
  type Stage as JourneyStage,
} from './vocabulary.ts';

/**
 * What one of our records in a Salesforce org carries in Payload__c: the card's view model (card.ts) with every word of a
 * buyer replaced by a pointer to where it stands. The org's Apex reader selects the sources in the viewer's own right and
 * cuts the words out; what cannot be cut (gone, changed, closed to this viewer) takes with it what rests on it alone.
 */
export const PAYLOAD_VERSION = 1;

/** UTF-16 code units; the size of the org's field. */
export const PAYLOAD_LIMIT = 32_000;

/** A record of the org. `object` and `field` are API names; what a source cannot be selected by is not in a payload. */
export const PayloadSource = z.strictObject({
  object: z.string().regex(/^\w+$/),
  id: z.string().regex(/^[a-zA-Z0-9]{18}$/),
  kind: z.enum(ACTIVITY_KINDS),
  at: z.iso.datetime(),
});

/** The exact slice `[start, end)` of a field, in UTF-16 code units; `hash`: the first 32 hex digits of its SHA-256 (UTF-8). */
export const PayloadQuote = z.strictObject({
  source: z.int().nonnegative(),
  field: z.string().regex(/^\w+$/),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  hash: z.string().regex(/^[0-9a-f]{32}$/),
});

/** Words of a buyer: what a quote shows (inference/shown.ts), or `[from, to)` of that. */
export const Words = z.strictObject({
  quote: z.int().nonnegative(),
  from: z.int().nonnegative().optional(),
  to: z.int().positive().optional(),
});

/** A sentence with moments and with words in it. Parts are joined without adding spaces. */
export const PayloadPhrase = z.array(z.union([z.string(), Moment, Words])).readonly();

const Person = z.strictObject({
  id: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  role: z.enum(BUYING_ROLES).nullable(),
});

const PayloadEvidence = z.strictObject({
  evidenceId: z.string(),
  words: Words,
  author: z.string(),
  status: z.enum(STATUSES),
  shared: z.boolean(),
});

const Need = z.strictObject({
  driver: z.enum(DRIVERS),
  pole: z.enum(POLES),
  word: z.enum(CONFIDENCE_WORDS),
});

const Claim = Need.extend({
  title: z.string(),
  sentence: PayloadPhrase,
  quotes: z.array(PayloadEvidence).min(1),
  against: PayloadPhrase.nullable(),
});

const Concern = z.strictObject({
  id: z.string(),
  driver: z.enum(DRIVERS),
  text: PayloadPhrase,
  raisedAt: z.iso.datetime(),
  timesRaised: z.int().min(1),
  quote: PayloadEvidence,
});

const Line = z.strictObject({ id: z.string(), text: PayloadPhrase });

const Step = z.strictObject({
  id: z.string(),
  title: PayloadPhrase,
  reason: PayloadPhrase,
  action: z.enum(['task', 'email', 'meeting', 'none']),
});

const Notice = z.strictObject({
  kind: z.enum(['partial', 'old_sources', 'hand_over']),
  text: PayloadPhrase,
});

const Stage = z.strictObject({
  stage: z.enum(STAGES).nullable(),
  crmStage: z.string().nullable(),
  mismatch: z.boolean(),
  since: z.iso.datetime().nullable(),
});

/** `source` is an index of `sources`; null: nothing of the buyer's stands behind it. */
const Entry = z.strictObject({
  text: PayloadPhrase,
  status: z.enum(['said', 'reported', 'observed', 'inferred', 'asked', 'role_default']),
  source: z.int().nonnegative().nullable(),
});

export const PayloadInsight = z.strictObject({
  kind: z.literal('insight'),
  headline: PayloadPhrase,
  stage: Stage,
  notices: z.array(Notice),
  /** The first is the one to take. */
  steps: z.array(Step),
  drivers: z.array(Claim).max(3),
  concerns: z.array(Concern).max(2),
  moreConcerns: z.int().min(0),
  prompts: z.strictObject({
    understand: Line.nullable(),
    feel: Line.nullable(),
    act: Line.nullable(),
    avoid: Line.nullable(),
  }),
  brief: z.array(PayloadPhrase),
  why: z
    .strictObject({
      rule: z.string(),
      conditions: z.array(
        z.strictObject({ sentence: z.string(), held: z.boolean(), value: z.string().nullable() }),
      ),
      wouldMove: z.array(z.string()),
    })
    .nullable(),
  map: z.array(z.strictObject({ cell: z.enum(MAP_CELLS), entries: z.array(Entry) })),
  persona: z.array(
    z.strictObject({ slot: z.enum(PERSONA_SLOTS), question: z.string(), entries: z.array(Entry) }),
  ),
  people: z.array(
    z.strictObject({
      person: Person,
      drivers: z.array(Need),
      lastHeardAt: z.iso.datetime().nullable(),
    }),
  ),
  groupNotes: z.array(PayloadPhrase),
  journey: z.array(z.strictObject({ stage: z.enum(STAGES), from: z.iso.datetime() })),
  coverage: z.string(),
});

export const PayloadEnded = z.strictObject({
  kind: z.literal('ended'),
  headline: PayloadPhrase,
  crmStage: z.string(),
  endedAt: z.iso.datetime(),
  leftOpen: z.array(Concern),
  coverage: z.string(),
});

export const PayloadEmpty = z.strictObject({
  kind: z.literal('empty'),
  text: PayloadPhrase,
  ask: PayloadPhrase.nullable(),
  stage: Stage.nullable(),
  coverage: z.string().nullable(),
});

export const PayloadSilent = z.strictObject({
  kind: z.literal('do_not_analyse'),
  text: PayloadPhrase,
});

/** One person in one deal: what the card shows when it speaks of them. */
export const PayloadView = z.strictObject({
  person: Person,
  /** Null: a conversation without a deal. */
  deal: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  /** What the selector calls this view: the other persons of a deal, the other deals of a person. */
  label: z.string(),
  /** What waits in the other views; null: nothing. */
  waiting: PayloadPhrase.nullable(),
  card: z.discriminatedUnion('kind', [PayloadInsight, PayloadEnded, PayloadEmpty, PayloadSilent]),
  /**
   * Which sources each part of the card rests on: "headline", "prompts", "step <id>", "brief <index>", "against <driver>",
   * "member <person id> <driver>", "group", "hand_over". A part is left out as soon as one of its sources is hidden.
   */
  rests: z.array(
    z.strictObject({ part: z.string(), sources: z.array(z.int().nonnegative()).min(1) }),
  ),
});

export const InsightPayload = z.strictObject({
  version: z.literal(PAYLOAD_VERSION),
  sources: z.array(PayloadSource),
  quotes: z.array(PayloadQuote),
  views: z.array(PayloadView).min(1),
  /** From which moment on the card opens with which view; `because` follows its label. Ascending, the first since ever. */
  focus: z
    .array(
      z.strictObject({
        from: z.iso.datetime(),
        view: z.int().nonnegative(),
        because: z.string(),
      }),
    )
    .min(1),
});

export type PayloadSource = z.infer<typeof PayloadSource>;
export type PayloadQuote = z.infer<typeof PayloadQuote>;
export type Words = z.infer<typeof Words>;
export type PayloadPhrase = z.infer<typeof PayloadPhrase>;
export type PayloadInsight = z.infer<typeof PayloadInsight>;
export type PayloadEnded = z.infer<typeof PayloadEnded>;
export type PayloadEmpty = z.infer<typeof PayloadEmpty>;
export type PayloadSilent = z.infer<typeof PayloadSilent>;
export type PayloadView = z.infer<typeof PayloadView>;
export type InsightPayload = z.infer<typeof InsightPayload>;

/** What a record of ours says: what may be reported on, and the card's view model. No words of a buyer. */
export interface InsightValues {
  readonly stage: JourneyStage | null;
  readonly stageSince: Instant | null;
  readonly topDriver: Driver | null;
  readonly pole: Pole | null;
  readonly openConcerns: number;
  readonly oldestConcernAt: Instant | null;
  readonly generatedAt: Instant;
  readonly payload: InsightPayload;
}
