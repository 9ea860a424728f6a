import { ACTIVITY_KINDS } from '../../shared/vocabulary.ts';
import type { RecordKind } from '../crm/records.ts';
import type { NightProgress, PlannedUnit } from './night/port.ts';
import type { UnitPhase } from './port.ts';

/**
 * What a night does besides reading units. `verify`: marks what is cited for the next two days. `settle_marks`: reads
 * marked records, deletions among them, for a while; `settle_all_marks`: to the end. `mark_cards`: what a card says
 * depends on the day. `take_call_share`: what an admin allows us, said inside the CRM; `take_verdicts`: what reps answered
 * there. `build_*`: cards in the order of their turns.
 */
export type NightTask =
  | 'verify'
  | 'settle_marks'
  | 'settle_all_marks'
  | 'take_call_share'
  | 'take_verdicts'
  | 'mark_cards'
  | 'build_open'
  | 'build_all'
  | 'write_back';

interface ReadingRow {
  readonly name: string;
  readonly reads: (unit: PlannedUnit) => boolean;
}

interface TaskRow {
  readonly name: string;
  readonly does: NightTask;
  /** Only in nights that have such units. */
  readonly inNightsWith?: (unit: PlannedUnit) => boolean;
}

const SUBJECTS: readonly RecordKind[] = ['company', 'contact', 'deal', 'lead'];
const ACTIVITIES: readonly RecordKind[] = ACTIVITY_KINDS;

/**
 * Three lists of four pages a second each use all calls that an account allows. More would share the same calls, and the
 * largest, which ends last, would then be left alone, with four a second where nearly nine are allowed.
 */
const SIDE_BY_SIDE = 3;
/** By what a CRM usually holds of them; kinds that are not named are small. */
const LARGEST_FIRST: readonly RecordKind[] = [
  'contact',
  'email',
  'call',
  'deal',
  'meeting',
  'note',
  'task',
];

const changesOf =
  (...kinds: readonly RecordKind[]) =>
  ({ kind, phase }: PlannedUnit) =>
    phase === 'changes' && kinds.includes(kind);
const inPhase = (phase: UnitPhase) => (unit: PlannedUnit) => unit.phase === phase;
const isDelta = (unit: PlannedUnit) => changesOf(...ACTIVITIES)(unit) && unit.from !== null;
const isBackfill = (unit: PlannedUnit) => changesOf(...ACTIVITIES)(unit) && unit.from === null;

/**
 * The order of a night: what must go, what is met soon, what is new, our own fields, what ended, the long past. A row
 * begins when the one before is done, because an activity can only be understood when its people and deals are known;
 * a few units of a row run side by side. Owners stand alone: one call tells whether the key still opens.
 */
export const NIGHT_STEPS: readonly (ReadingRow | TaskRow)[] = [
  { name: 'owners', reads: changesOf('owner') },
  { name: 'pipelines', reads: changesOf('pipeline') },
  { name: 'call_share', does: 'take_call_share' },
  { name: 'verify', does: 'verify' },
  { name: 'marks', does: 'settle_marks' },
  { name: 'gone', reads: inPhase('gone') },
  { name: 'pressing', reads: inPhase('first') },
  { name: 'pressing_cards', does: 'build_all' },
  { name: 'subjects', reads: changesOf(...SUBJECTS) },
  { name: 'activities', reads: isDelta },
  { name: 'new_marks', does: 'settle_marks' },
  { name: 'verdicts', does: 'take_verdicts', inNightsWith: isDelta },
  { name: 'mark_cards', does: 'mark_cards', inNightsWith: isDelta },
  { name: 'open_cards', does: 'build_open', inNightsWith: isDelta },
  { name: 'write_back', does: 'write_back', inNightsWith: isDelta },
  { name: 'closed_cards', does: 'build_all', inNightsWith: isDelta },
  { name: 'sweep', reads: inPhase('sweep') },
  { name: 'backfill', reads: isBackfill },
  { name: 'last_marks', does: 'settle_all_marks' },
  { name: 'last_cards', does: 'build_all' },
  { name: 'last_write_back', does: 'write_back', inNightsWith: isBackfill },
];

/** After the reading was stopped, only what needs no call is still done. */
const WITHOUT_CALLS: readonly NightTask[] = ['mark_cards', 'build_open', 'build_all'];

export type NightStep<Unit extends PlannedUnit> =
  | { readonly step: 'read'; readonly units: readonly Unit[] }
  | { readonly step: 'do'; readonly name: string; readonly task: NightTask }
  | { readonly step: 'finish' };

/** Pure transition: the first row that is not through. */
export function planNight<Unit extends PlannedUnit>(
  night: NightProgress,
  units: readonly Unit[],
): NightStep<Unit> {
  for (const row of NIGHT_STEPS) {
    const step = 'reads' in row ? toRead(row, night, units) : toDo(row, night, units);
    if (step !== null) return step;
  }
  return { step: 'finish' };
}

function toRead<Unit extends PlannedUnit>(
  row: ReadingRow,
  { stoppedFor }: NightProgress,
  units: readonly Unit[],
): NightStep<Unit> | null {
  const waiting = units.filter((unit) => !unit.done && row.reads(unit));
  if (stoppedFor.length > 0 || waiting.length === 0) return null;
  const ordered = waiting.toSorted((a, b) => sizeRank(a) - sizeRank(b));
  return { step: 'read', units: ordered.slice(0, SIDE_BY_SIDE) };
}

function sizeRank({ kind }: PlannedUnit): number {
  const rank = LARGEST_FIRST.indexOf(kind);
  return rank === -1 ? LARGEST_FIRST.length : rank;
}

function toDo(
  { name, does, inNightsWith }: TaskRow,
  { stepsDone, stoppedFor }: NightProgress,
  units: readonly PlannedUnit[],
): { readonly step: 'do'; readonly name: string; readonly task: NightTask } | null {
  if (stepsDone.includes(name)) return null;
  if (stoppedFor.length > 0 && !WITHOUT_CALLS.includes(does)) return null;
  if (inNightsWith !== undefined && !units.some(inNightsWith)) return null;
  return { step: 'do', name, task: does };
}
