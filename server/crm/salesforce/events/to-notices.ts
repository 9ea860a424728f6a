import type { Instant } from '../../../../shared/ids.ts';
import type { RecordRef } from '../../records.ts';
import { isSalesforceId } from '../values.ts';
import type { ChangeHeader } from './change-header.ts';
import { kindsOf } from './topics.ts';

/** "This id is dirty", once for each event; the truth is read from the org. */
export interface ChangeNotice extends RecordRef {
  readonly key: string;
  readonly change: 'changed' | 'restored';
  readonly happenedAt: Instant;
}

export interface ToldEvent {
  /** The event's own, the same in every delivery. */
  readonly eventId: string;
  readonly header: ChangeHeader;
}

/** GAP_CREATE … and GAP_OVERFLOW tell that events are missing: the next night finds those records. */
const MARKING: ReadonlySet<string> = new Set(['CREATE', 'UPDATE', 'DELETE', 'UNDELETE']);

export function toNotices(
  { eventId, header }: ToldEvent,
  ourUserId: string | null,
): readonly ChangeNotice[] {
  const { changeType, entityName, recordIds, commitTimestamp } = header;
  if (!MARKING.has(changeType) || isEcho(header, ourUserId)) return [];
  const happenedAt = new Date(commitTimestamp).toISOString();
  const kinds = kindsOf(entityName);
  const change = changeOf(changeType, kinds.length);
  return recordIds
    .filter(isSalesforceId)
    .flatMap((id) =>
      kinds.map((kind) => ({ kind, id, change, happenedAt, key: `${eventId}:${kind}:${id}` })),
    );
}

/**
 * A task is read as each kind that it may be, and is told gone as the others: should it become one of them within the
 * quarter of an hour in which what is gone stays out, it is welcome all the same.
 */
function changeOf(changeType: string, kinds: number): ChangeNotice['change'] {
  if (changeType === 'DELETE') return 'changed';
  return changeType === 'UNDELETE' || kinds > 1 ? 'restored' : 'changed';
}

/** Objects of our package, with or without a namespace before them. */
const OURS =
  /(?:^|__)(?:(?:Account|Contact|Lead|Opportunity)_Insight|Insight_Feedback|Attune_\w+)__c$/;

/** What we wrote ourselves into our own records. */
function isEcho({ commitUser, entityName }: ChangeHeader, ourUserId: string | null): boolean {
  return ourUserId !== null && isSameId(commitUser, ourUserId) && OURS.test(entityName);
}

/** An id's last three characters of eighteen only repeat which letters are capitals. */
const ID_LENGTH = 15;

function isSameId(a: string, b: string): boolean {
  return a.slice(0, ID_LENGTH) === b.slice(0, ID_LENGTH);
}
