import type { SettingsView } from '../../../shared/api/settings/get-settings.ts';
import type { Instant } from '../../../shared/ids.ts';
import type { RecordKind } from '../../crm/records.ts';
import type { SyncFigures } from './sync-figures.ts';

export interface BackfillQuestion {
  readonly figures: Pick<SyncFigures, 'backfills' | 'held'>;
  /** How many records of a kind the CRM holds, where it says so. */
  readonly expected: ReadonlyMap<RecordKind, number>;
  readonly now: Instant;
}

/** Below it a guess would jump about. */
const SOON_ENOUGH_TO_SAY = 0.03;

/**
 * How much of the past has been read, and when it will be through if it goes on as it went. A kind that the CRM does not
 * count is worth as much as the others are on average. Null: no past is being read.
 */
export function backfillOf({ figures, expected, now }: BackfillQuestion): SettingsView['backfill'] {
  const { backfills, held } = figures;
  if (backfills.every(({ done }) => done)) return null;
  const known = backfills.flatMap(({ kind }) => expected.get(kind) ?? []);
  const usual = known.length === 0 ? 1 : Math.max(1, sum(known) / known.length);
  const parts = backfills.map(({ kind, done }) => {
    const whole = expected.get(kind) ?? usual;
    return { whole, read: done ? whole : Math.min(whole, readOf(kind)) };
  });
  const whole = sum(parts.map((part) => part.whole));
  const share = whole === 0 ? 0 : sum(parts.map((part) => part.read)) / whole;
  return { share, doneAround: endOf(backfills, share, now) };

  function readOf(kind: RecordKind): number {
    return expected.has(kind) ? (held.get(kind) ?? 0) : 0;
  }
}

function endOf(backfills: SyncFigures['backfills'], share: number, now: Instant): Instant | null {
  if (share < SOON_ENOUGH_TO_SAY) return null;
  const startedMs = Math.min(...backfills.map(({ startedAt }) => Date.parse(startedAt)));
  const elapsedMs = Date.parse(now) - startedMs;
  return new Date(Date.parse(now) + (elapsedMs * (1 - share)) / share).toISOString();
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
