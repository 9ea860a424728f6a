import type { Instant } from '../../shared/ids.ts';
import type { CrmCapabilities } from '../crm/port.ts';
import type { RecordKind } from '../crm/records.ts';
import type { NewUnit } from './night/port.ts';
import { backfillWindow, deltaWindow } from './window.ts';

const WEEK_MS = 7 * 24 * 60 * 60_000;

export interface NightQuestion {
  readonly now: Instant;
  /** All kinds that the CRM has; those that are switched off end at once, with a receipt. */
  readonly kinds: readonly RecordKind[];
  readonly can: Pick<CrmCapabilities, 'listed'>;
  /** By kind, the end of the last window that was read completely. */
  readonly watermarks: ReadonlyMap<RecordKind, Instant>;
  /** By kind, when all ids were last compared, the first load included. */
  readonly comparedAt: ReadonlyMap<RecordKind, Instant>;
}

/**
 * The units that a night begins with. A kind without a watermark is loaded as a whole, and has nothing yet that could be
 * gone; the pressing deals go before a first load of deals. The weekly comparison falls due kind by kind.
 */
export function unitsOfNight(night: NightQuestion): readonly NewUnit[] {
  return night.kinds.flatMap((kind) => unitsOfKind(night, kind));
}

function unitsOfKind(
  { now, can, watermarks, comparedAt }: NightQuestion,
  kind: RecordKind,
): readonly NewUnit[] {
  const watermark = watermarks.get(kind);
  if (watermark === undefined) {
    const whole = { kind, ...backfillWindow(now) };
    const changes = { ...whole, phase: 'changes' } as const;
    return kind === 'deal' ? [{ ...whole, phase: 'first' }, changes] : [changes];
  }
  const window = { kind, ...deltaWindow(watermark, now) };
  const changes = { ...window, phase: 'changes' } as const;
  if (can.listed?.includes(kind) !== true) return [changes];
  const gone = { ...window, phase: 'gone' } as const;
  const isDue = Date.parse(now) - Date.parse(comparedAt.get(kind) ?? watermark) >= WEEK_MS;
  return isDue ? [gone, changes, { ...window, phase: 'sweep' }] : [gone, changes];
}
