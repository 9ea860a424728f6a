import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ActivityRecord, CrmRecord, RecordKind } from '../../server/crm/records.ts';
import { isActivity } from '../../server/crm/records.ts';
import { readActivity } from '../../server/inference/read-activity.ts';
import { READER_VERSION } from '../../server/inference/reading.ts';
import type { ReadActivity, Surroundings } from '../../server/sync/port.ts';
import { readActivityPage } from '../../server/sync/read-activity-page.ts';
import { loadStories } from '../simulators/hubspot/load-stories.ts';
import { neutralAccount } from '../simulators/hubspot/neutral-account.ts';
import { tellRecords } from '../simulators/salesforce/stories/tell-records.ts';
import { openSalesforce, type OpenSalesforce } from '../support/salesforce/open-org.ts';

const FIRST_NIGHT = '2026-11-24';
const OWN_DOMAIN = 'larkfield.example';
/** Calls have their transcripts elsewhere in HubSpot; chats, forms and surveys have no place in the org yet. */
const TOLD_IN_BOTH: ReadonlySet<RecordKind> = new Set(['email', 'meeting', 'note', 'ticket']);

describe('the sandbox’s stories, told in an org', () => {
  let open: OpenSalesforce;
  let here: readonly CrmRecord[];
  let there: readonly CrmRecord[];
  let ids: ReadonlyMap<string, string>;
  beforeAll(async () => {
    const account = await loadStories(FIRST_NIGHT);
    here = neutralAccount(account);
    open = await openSalesforce({ clock: () => new Date(`${FIRST_NIGHT}T01:00:00.000Z`) });
    ids = tellRecords(open.salesforce.org, here);
    there = await readAll(open);
  }, 60_000);
  afterAll(() => open.salesforce.close());

  it('are there, each record that the org has a place for', () => {
    const kinds = ['owner', 'company', 'contact', 'deal', ...TOLD_IN_BOTH] as const;
    for (const kind of kinds) {
      const wanted = here
        .filter((each) => each.kind === kind)
        .map(({ id }) => ids.get(`${kind}/${id}`));
      const found = there.filter((each) => each.kind === kind && !each.archived);
      expect(found.map(({ id }) => id).toSorted()).toEqual(wanted.toSorted());
    }
  });

  it('are read as they are in HubSpot', async () => {
    const [one, other] = [await readingsOf(here), await readingsOf(there)];
    const activities = here.filter(isActivity).filter(({ kind }) => TOLD_IN_BOTH.has(kind));
    const differing = activities.flatMap(({ kind, id }) => {
      const orgId = ids.get(`${kind}/${id}`) ?? '';
      const pair = [one.get(`${kind}/${id}`) ?? [], other.get(`${kind}/${orgId}`) ?? []];
      return JSON.stringify(pair[0]) === JSON.stringify(pair[1]) ? [] : [{ kind, id, pair }];
    });
    const read = activities.filter(({ kind, id }) => (one.get(`${kind}/${id}`) ?? []).length > 0);
    expect(read.length).toBeGreaterThan(150);
    expect(differing).toEqual([]);
  });

  it('tell the same of each deal: its stages, its people, when it closes', () => {
    const nameOf = (records: readonly CrmRecord[]) =>
      new Map(records.flatMap((each) => (each.kind === 'contact' ? [[each.id, each.name]] : [])));
    const dealsOf = (records: readonly CrmRecord[], labelOf: (stageId: string) => string) => {
      const names = nameOf(records);
      return records
        .flatMap((each) => (each.kind === 'deal' ? [each] : []))
        .map((deal) => ({
          ...{ name: deal.name, amount: deal.amount, closeAt: deal.closeAt?.slice(0, 10) ?? null },
          stages: deal.stageHistory.map(({ stageId }) => labelOf(stageId)),
          people: deal.contactIds.map((id) => names.get(id)).toSorted(),
        }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1));
    };
    expect(dealsOf(there, (id) => id)).toEqual(dealsOf(here, (id) => ids.get(`stage/${id}`) ?? id));
  });
});

async function readAll({ port }: OpenSalesforce): Promise<readonly CrmRecord[]> {
  const records: CrmRecord[] = [];
  const window = { from: null, to: `${FIRST_NIGHT}T02:00:00.000Z` };
  for (const kind of port.can.kinds) {
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof port.readChanges>> = await port.readChanges(
        kind,
        window,
        cursor,
      );
      records.push(...page.records);
      cursor = page.next;
    } while (cursor !== null);
  }
  return records;
}

/** What each activity says, without ids and offsets, which differ from CRM to CRM. */
async function readingsOf(
  records: readonly CrmRecord[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const activities = records.filter(isActivity).filter(({ archived }) => !archived);
  const read = await readActivityPage(activities, surroundingsOf(records, activities), {
    version: READER_VERSION,
    read: readActivity,
  });
  return new Map(read.map((each) => [`${each.activity.kind}/${each.activity.id}`, toLines(each)]));
}

function toLines({ evidence, statements }: ReadActivity): readonly string[] {
  return [
    ...evidence.map(({ driver, pole, status, shown }) => `${driver} ${pole} ${status}: ${shown}`),
    ...statements.map(({ kind, status, shown }) => `${kind} ${status}: ${shown}`),
  ].toSorted();
}

function surroundingsOf(
  records: readonly CrmRecord[],
  activities: readonly ActivityRecord[],
): Surroundings {
  const threads = activities.flatMap(({ threadId, dealIds: [dealId, ...others] }) =>
    threadId === null || dealId === undefined || others.length > 0
      ? []
      : [[threadId, dealId] as const],
  );
  return {
    persons: records.flatMap((each) => {
      if (each.kind !== 'contact') return [];
      const { id, name, title, email, ownerId, doNotAnalyse, responses, companyIds } = each;
      const companyId = companyIds[0] ?? null;
      return [{ id, name, title, email, ownerId, doNotAnalyse, companyId, responses }];
    }),
    sellers: records.flatMap((each) =>
      each.kind === 'owner'
        ? [{ id: each.id, email: each.email ?? '', name: each.name, userId: each.userId ?? '' }]
        : [],
    ),
    deals: records.flatMap((each) =>
      each.kind === 'deal'
        ? [{ id: each.id, name: each.name, personIds: each.contactIds, open: true }]
        : [],
    ),
    threadDeals: new Map(threads),
    ownDomains: [OWN_DOMAIN],
  };
}
