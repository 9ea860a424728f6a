import type { TenantId } from '../../shared/ids.ts';
import { isActivity, type CrmRecord, type SubjectRecord } from '../../server/crm/records.ts';
import { READER_VERSION } from '../../server/inference/reading.ts';
import { readActivity } from '../../server/inference/read-activity.ts';
import type { Stores } from '../../server/store/open-stores.ts';
import { readActivityPage } from '../../server/sync/read-activity-page.ts';
import type { ReadActivity } from '../../server/sync/port.ts';
import { generateClosedDeals } from '../../test/simulators/hubspot/generate-closed-deals.ts';
import type { StoryAccount } from '../../test/simulators/hubspot/load-stories.ts';
import { neutralRecords } from '../../test/simulators/hubspot/neutral-records.ts';

const DEALS = 2_000;
const SEED = 20_261_122;
const PAGE = 2_000;

export interface ClosedDealsSource {
  readonly stories: StoryAccount;
  readonly before: Date;
}

/**
 * The past behind the stories: generated deals with stage history, outcome and survey score, without a word of text.
 * Does nothing when they are there already.
 */
export async function importClosedDeals(
  stores: Pick<Stores, 'history' | 'sync'>,
  tenantId: TenantId,
  { stories, before }: ClosedDealsSource,
): Promise<void> {
  if ((await stores.history.countDeals(tenantId)) >= DEALS) return;
  const [first = '', ...rest] = Object.values(stories.sellers).map(({ ownerId }) => ownerId);
  const generated = generateClosedDeals({
    seed: SEED,
    count: DEALS,
    before,
    ownerIds: [first, ...rest],
  });
  const records = [...neutralRecords(generated)];
  for (const subjects of pagesOf(records.filter(isSubject))) {
    await stores.history.importHistory(tenantId, {
      subjects,
      activities: [],
      gone: [],
      receipts: [],
    });
  }
  for (const page of pagesOf(records.filter(isActivity))) {
    const activities = await readSurveys(stores, tenantId, page);
    await stores.history.importHistory(tenantId, {
      subjects: [],
      activities,
      gone: [],
      receipts: [],
    });
  }
}

async function readSurveys(
  { sync }: Pick<Stores, 'sync'>,
  tenantId: TenantId,
  surveys: readonly Parameters<typeof readActivityPage>[0][number][],
): Promise<readonly ReadActivity[]> {
  const around = await sync.loadSurroundings(tenantId, {
    contactIds: surveys.flatMap(({ contactIds }) => contactIds),
    dealIds: surveys.flatMap(({ dealIds }) => dealIds),
    emails: [],
    threadIds: [],
  });
  return readActivityPage(surveys, around, { version: READER_VERSION, read: readActivity });
}

function isSubject(record: CrmRecord): record is SubjectRecord {
  return !isActivity(record);
}

function pagesOf<T>(records: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(records.length / PAGE) }, (_, page) =>
    records.slice(page * PAGE, (page + 1) * PAGE),
  );
}
