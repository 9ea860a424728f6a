import type { RecordRef, SubjectRecord } from '../../crm/records.ts';
import type { AppliedPage, ReadActivity } from '../../sync/port.ts';
import type { TenantScope } from '../unit-of-work.ts';
import { applySubjects } from './apply-subjects.ts';
import { applyActivities } from './apply-activities.ts';
import { markActivitiesDirty, markRefsDirty } from './mark-dirty.ts';
import { newestOfEach } from './newest-of-each.ts';
import { leaveOutGone, removeGone } from './remove-gone.ts';

/**
 * Rows, readings and marks of one page. Repeating it changes nothing: rows are guarded by the source's `updatedAt`,
 * readings of an activity are replaced as a whole.
 */
export async function applyPage(scope: TenantScope, page: AppliedPage): Promise<void> {
  const gone = [...page.gone, ...page.subjects.filter(isGone)];
  await markActivitiesDirty(scope, personsOf(page.merged ?? []));
  await removeGone(scope, gone);
  const live = await leaveOutGone(scope, {
    subjects: page.subjects.filter((record) => !isGone(record)),
    activities: newestActivities(page.activities),
  });
  await applySubjects(scope, live.subjects);
  await applyActivities(scope, live.activities);
  await markRefsDirty(scope, page.again ?? []);
}

/** What a merged person took part in now hangs on the person they were merged into. A merged deal's is marked anyway. */
function personsOf(merged: readonly RecordRef[]): readonly string[] {
  return merged.filter(({ kind }) => kind === 'contact').map(({ id }) => id);
}

/** Former colleagues and old pipelines stay: cards still name them. */
function isGone(record: SubjectRecord): record is SubjectRecord & RecordRef {
  return record.archived && record.kind !== 'owner' && record.kind !== 'pipeline';
}

function newestActivities(activities: readonly ReadActivity[]): readonly ReadActivity[] {
  const byKey = activities.map((each) => ({
    id: `${each.activity.kind}/${each.activity.id}`,
    updatedAt: each.updatedAt,
    each,
  }));
  return newestOfEach(byKey).map(({ each }) => each);
}
