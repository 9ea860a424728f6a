import { z } from 'zod';
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
} from './vocabulary.ts';

/**
 * The card's view model: what both CRMs' cards render, and nothing they must think about. Moments stay instants and
 * become words ("Thursday", "6 h ago") in the viewer's own time zone, when they look.
 */

/** `day`: today, tomorrow, Thursday, 12 March · `ago`: 6 h ago · `age`: 19 days · `time`: Tue 02:14 */
export const Moment = z.strictObject({
  at: z.iso.datetime(),
  as: z.enum(['day', 'ago', 'age', 'time']),
});

/** A sentence with moments in it. Parts are joined without adding spaces. */
export const Phrase = z.array(z.union([z.string(), Moment])).readonly();

/** Where a claim's words stand. `label` is what the link says, for example "mail". */
export const SourceLink = z.strictObject({
  kind: z.enum(ACTIVITY_KINDS),
  id: z.string(),
  at: z.iso.datetime(),
});

export const Quote = z.strictObject({
  evidenceId: z.string(),
  shown: z.string().max(280),
  /** "Dana Whitlock", or for a rep's note "Dana Whitlock, noted by Sam Okafor". */
  author: z.string(),
  status: z.enum(STATUSES),
  source: SourceLink,
  /** True when the activity is not tied to one deal. */
  shared: z.boolean(),
});

export const DriverClaim = z.strictObject({
  driver: z.enum(DRIVERS),
  pole: z.enum(POLES),
  word: z.enum(CONFIDENCE_WORDS),
  /** Need words, for example "Certainty: to know enough to choose". */
  title: z.string(),
  /** One sentence about the situation; for a hint, a question. */
  sentence: Phrase,
  quotes: z.array(Quote).min(1),
  /** What was found against it, as a sentence; null when nothing was. */
  against: Phrase.nullable(),
  /** The rep's own verdict, when given. */
  verdict: z.enum(['right', 'not_right']).nullable(),
});

export const OpenConcern = z.strictObject({
  id: z.string(),
  driver: z.enum(DRIVERS),
  text: Phrase,
  raisedAt: z.iso.datetime(),
  timesRaised: z.int().min(1),
  quote: Quote,
});

export const PromptLine = z.strictObject({ id: z.string(), text: Phrase });

export const NextStepLine = z.strictObject({
  id: z.string(),
  title: Phrase,
  reason: Phrase,
  action: z.enum(['task', 'email', 'meeting', 'none']),
  draft: z.strictObject({ subject: z.string(), body: z.string() }).nullable(),
});

export const PersonChip = z.strictObject({
  id: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  role: z.enum(BUYING_ROLES).nullable(),
});

export const Focus = z.strictObject({
  person: PersonChip,
  /** Null for a conversation. */
  deal: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  /** Other persons of this deal (deal card) or other deals of this person (contact card). */
  choices: z.array(
    z.strictObject({
      key: z.string(),
      label: z.string(),
      chosen: z.boolean(),
    }),
  ),
  /** "Renewal 2027: 1 open concern, 12 days", one line for what waits elsewhere. */
  waiting: Phrase.nullable(),
});

export const StageChip = z.strictObject({
  stage: z.enum(STAGES).nullable(),
  /** The CRM's own stage in its own words; null for a conversation. */
  crmStage: z.string().nullable(),
  mismatch: z.boolean(),
  since: z.iso.datetime().nullable(),
});

export const WhyPanel = z.strictObject({
  rule: z.string(),
  conditions: z.array(
    z.strictObject({ sentence: z.string(), held: z.boolean(), value: z.string().nullable() }),
  ),
  wouldMove: z.array(z.string()),
  /** The rule of the focus: why this person, why this deal. */
  focus: z.string(),
});

export const MapCellView = z.strictObject({
  cell: z.enum(MAP_CELLS),
  entries: z.array(
    z.strictObject({
      text: z.string(),
      status: z.enum(['said', 'observed', 'inferred', 'asked']),
      source: SourceLink.nullable(),
    }),
  ),
});

export const PersonaSlotView = z.strictObject({
  slot: z.enum(PERSONA_SLOTS),
  question: z.string(),
  entries: z.array(
    z.strictObject({
      text: z.string(),
      status: z.enum(['said', 'reported', 'observed', 'role_default']),
      source: SourceLink.nullable(),
      /** For a verdict; absent: there is nothing to judge, or the card is of an older version. */
      id: z.string().optional(),
      /** The seller who called it right; absent: nobody yet. */
      confirmedBy: z.strictObject({ userId: z.string(), name: z.string().nullable() }).optional(),
    }),
  ),
});

export const GroupMember = z.strictObject({
  person: PersonChip,
  drivers: z.array(
    z.strictObject({
      driver: z.enum(DRIVERS),
      pole: z.enum(POLES),
      word: z.enum(CONFIDENCE_WORDS),
    }),
  ),
  lastHeardAt: z.iso.datetime().nullable(),
});

export const JourneyPoint = z.strictObject({ stage: z.enum(STAGES), from: z.iso.datetime() });

export const CoveragePanel = z.strictObject({
  /** "read 14 e-mails and 2 calls; 3 not read: private". */
  sentence: z.string(),
  syncedAt: z.iso.datetime().nullable(),
});

export const Brief = z.strictObject({ sentences: z.array(Phrase) });

/** Things the reader must know before trusting the rest. */
export const Notice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('partial'), text: Phrase }),
  /** Nothing new from the buyer. */
  z.strictObject({ kind: z.literal('old_sources'), text: Phrase }),
  /** We have not synced. */
  z.strictObject({ kind: z.literal('old_reading'), text: Phrase }),
  /** The hand-over passport, for 14 days after the owner changed. */
  z.strictObject({ kind: z.literal('hand_over'), text: Phrase }),
]);

export const InsightCard = z.strictObject({
  kind: z.literal('insight'),
  focus: Focus,
  headline: Phrase,
  stage: StageChip,
  updatedAt: z.iso.datetime(),
  notices: z.array(Notice),
  nextStep: NextStepLine.nullable(),
  alternatives: z.array(NextStepLine),
  drivers: z.array(DriverClaim).max(3),
  concerns: z.array(OpenConcern).max(2),
  moreConcerns: z.int().min(0),
  prompts: z.strictObject({
    understand: PromptLine.nullable(),
    feel: PromptLine.nullable(),
    act: PromptLine.nullable(),
    avoid: PromptLine.nullable(),
  }),
  brief: Brief,
  why: WhyPanel.nullable(),
  map: z.array(MapCellView),
  persona: z.array(PersonaSlotView),
  people: z.array(GroupMember),
  /** Roles this deal usually needs and nobody fills, and people who pull apart, as sentences. */
  groupNotes: z.array(Phrase),
  journey: z.array(JourneyPoint),
  coverage: CoveragePanel,
});

/** A lost or abandoned deal: no stage, no prompts, only what was left open. */
export const EndedCard = z.strictObject({
  kind: z.literal('ended'),
  focus: Focus,
  headline: Phrase,
  crmStage: z.string(),
  endedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  leftOpen: z.array(OpenConcern),
  notices: z.array(Notice).readonly().optional(),
  coverage: CoveragePanel,
});

export const EmptyCard = z.strictObject({
  kind: z.literal('empty'),
  focus: Focus.nullable(),
  /** Why there is nothing, and a question worth asking. */
  text: Phrase,
  ask: Phrase.nullable(),
  stage: StageChip.nullable(),
  notices: z.array(Notice).readonly().optional(),
  coverage: CoveragePanel.nullable(),
  /** Why nothing is told although much may be known; absent: nothing is known. */
  paused: z.enum(['not_connected', 'reconciling']).optional(),
  /** What this viewer can do about it, at an address of ours; absent: nothing. */
  repair: z.strictObject({ label: z.string(), href: z.string() }).optional(),
});

export const SilentCard = z.strictObject({
  kind: z.enum(['do_not_analyse', 'no_permission']),
  text: Phrase,
  /** What this viewer, an admin, may let Attune read again; absent: it is not theirs to decide. */
  release: z
    .strictObject({
      recordKind: z.enum(['deal', 'contact']),
      recordId: z.string(),
      name: z.string().nullable(),
    })
    .optional(),
});

export const Card = z.discriminatedUnion('kind', [InsightCard, EndedCard, EmptyCard, SilentCard]);

export type Moment = z.infer<typeof Moment>;
export type Phrase = z.infer<typeof Phrase>;
export type SourceLink = z.infer<typeof SourceLink>;
export type Quote = z.infer<typeof Quote>;
export type DriverClaim = z.infer<typeof DriverClaim>;
export type OpenConcern = z.infer<typeof OpenConcern>;
export type PromptLine = z.infer<typeof PromptLine>;
export type NextStepLine = z.infer<typeof NextStepLine>;
export type PersonChip = z.infer<typeof PersonChip>;
export type Focus = z.infer<typeof Focus>;
export type StageChip = z.infer<typeof StageChip>;
export type WhyPanel = z.infer<typeof WhyPanel>;
export type MapCellView = z.infer<typeof MapCellView>;
export type PersonaSlotView = z.infer<typeof PersonaSlotView>;
export type GroupMember = z.infer<typeof GroupMember>;
export type JourneyPoint = z.infer<typeof JourneyPoint>;
export type CoveragePanel = z.infer<typeof CoveragePanel>;
export type Brief = z.infer<typeof Brief>;
export type Notice = z.infer<typeof Notice>;
export type InsightCard = z.infer<typeof InsightCard>;
export type EndedCard = z.infer<typeof EndedCard>;
export type EmptyCard = z.infer<typeof EmptyCard>;
export type SilentCard = z.infer<typeof SilentCard>;
export type Card = z.infer<typeof Card>;
