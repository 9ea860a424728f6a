import type { GoneRecord } from '../../crm/port.ts';
import type { RecordKind } from '../../crm/records.ts';
import type { SyncUnit } from '../port.ts';
import { KIND_NOUNS } from './kind-nouns.ts';
import { alreadyRead, NOTHING, type Walk } from './walk.ts';

/** A bin that holds more than this many pages is left to the weekly comparison: 30,000 records in HubSpot. */
const MOST_PAGES = 300;
/** A page of changes that was fetched before a deletion and is committed after it comes within this time. */
const RECENT_MS = 60 * 60_000;

/** Many accounts have none of it, and no change of it comes from elsewhere while a night reads: a call saved. */
const ASKED_WHEN_HELD: ReadonlySet<RecordKind> = new Set(['thread']);

/**
 * The CRM's list of deleted records, to its end each night, because its order is not known. What we do not hold is
 * passed over, unless it went so lately that a page under way may still bring it.
 */
export const walkGone: Walk = async ({ crm, store }, unit) => {
  const { kind, tenantId } = unit;
  if (crm.readGone === undefined || crm.can.listed?.includes(kind) !== true) return { ends: [] };
  if (ASKED_WHEN_HELD.has(kind) && !(await store.holdsAny(tenantId, kind)))
    return alreadyRead(NOTHING, null);
  if (unit.generation >= MOST_PAGES) return { ends: [tooMany(unit)] };
  const { gone, next } = await crm.readGone(kind, unit.cursor);
  const toRef = ({ id }: GoneRecord) => ({ kind, id });
  const [recent, older] = divide(gone, Date.parse(unit.to) - RECENT_MS);
  if (crm.can.goneIsLog === true)
    return alreadyRead(
      { ...NOTHING, again: await store.keepHeld(tenantId, gone.map(toRef)) },
      next,
    );
  const held = await store.keepHeld(tenantId, older.map(toRef));
  return alreadyRead({ ...NOTHING, gone: [...recent.map(toRef), ...held] }, next);
};

function divide(
  gone: readonly GoneRecord[],
  sinceMs: number,
): readonly [readonly GoneRecord[], readonly GoneRecord[]] {
  const isRecent = ({ goneAt }: GoneRecord): boolean => Date.parse(goneAt) >= sinceMs;
  return [gone.filter(isRecent), gone.filter((each) => !isRecent(each))];
}

function tooMany({ kind }: SyncUnit) {
  return {
    kind,
    id: null,
    reason: `The CRM remembers more deleted ${KIND_NOUNS[kind]} than one night looks through; the weekly comparison finds the rest.`,
  };
}
