import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Card } from '../../shared/card.ts';
import type { TenantId } from '../../shared/ids.ts';
import type { CardRow } from '../../server/insight/port.ts';
import type { HubSpotRecord, ObjectName } from '../simulators/hubspot/hubspot-record.ts';
import { loadStories, type StoryAccount } from '../simulators/hubspot/load-stories.ts';
import { neutralAccount } from '../simulators/hubspot/neutral-account.ts';
import { tellRecords, type OrgIds } from '../simulators/salesforce/stories/tell-records.ts';
import { printCard } from '../support/cards/print-card.ts';
import { eventually } from '../support/eventually.ts';
import { openOrgProduct, type OrgProduct } from '../support/salesforce/open-org-product.ts';

jest.setTimeout(180_000);

const FIRST_NIGHT = '2026-11-20';
const TIME_ZONE = 'Europe/London';
/** What both CRMs have a place for: calls have their transcripts elsewhere in HubSpot, chats and forms no place in the org. */
const TOLD_IN_BOTH: ReadonlySet<ObjectName> = new Set([
  ...(['contacts', 'companies', 'deals'] as const),
  ...(['emails', 'meetings', 'notes', 'tickets'] as const),
]);
/** What only HubSpot counts of a contact. */
const COUNTED = /^hs_(email|sales_email|analytics)_|^num_|^recent_conversion/;

/** Every story of the sandbox in both stand-ins, each read by a night of the whole product. */
describe('a story that is told in HubSpot and in Salesforce', () => {
  let product: OrgProduct;
  let account: StoryAccount;
  let ids: OrgIds;
  let hubspot: TenantId;

  beforeAll(async () => {
    account = withoutTheirOwn(await loadStories(FIRST_NIGHT));
    const records = neutralAccount(account);
    product = await openOrgProduct(
      ({ org, orgId }) => {
        org.put('Organization', { Id: orgId, Name: 'Larkfield', TimeZoneSidKey: TIME_ZONE });
        ids = tellRecords(org, records);
      },
      'larkfield.example',
      { hubspot: account },
    );
    hubspot = await connectHubSpot(product, account);
    await product.spendNight();
    await spendNight(product, hubspot);
  });
  afterAll(() => product.close());

  it('has the same cards: every stage, need, quote, step and question in the same words', async () => {
    const { stores } = product.attune;
    const deals = [...account.records].filter(({ type }) => type === 'deals');
    const differing: unknown[] = [];
    let compared = 0;
    for (const { id } of deals) {
      const orgId = ids.get(`deal/${id}`) ?? '';
      const here = await stores.insight.loadCards(hubspot, { kind: 'deal', id });
      const there = await stores.insight.loadCards(product.tenantId, { kind: 'deal', id: orgId });
      const [one, other] = [here.map(print).toSorted(), there.map(print).toSorted()];
      compared += one.length;
      if (one.join() !== other.join()) differing.push({ id, one, other });
    }
    expect(compared).toBeGreaterThan(60);
    expect(differing).toEqual([]);
  });

  const print = ({ personName, card }: CardRow): string => {
    const now = product.now().toISOString();
    return [personName, stageOf(card), printCard(card, { now, timeZone: TIME_ZONE })].join('\n');
  };
});

function stageOf(card: Card): string {
  return 'stage' in card ? JSON.stringify(card.stage) : '';
}

function withoutTheirOwn(account: StoryAccount): StoryAccount {
  const records = [...account.records].filter(({ type }) => TOLD_IN_BOTH.has(type));
  return { ...account, transcripts: {}, records: records.map(withoutTheirOwnOf) };
}

/** Without what an org has no place for: a case hangs on no deal, a mail on one at most, a meeting says not how it ended. */
function withoutTheirOwnOf(record: HubSpotRecord): HubSpotRecord {
  const { deals = [], ...others } = record.associations ?? {};
  const [first, ...more] = deals;
  if (record.type === 'tickets') return { ...record, associations: others };
  const isTold = ([name]: readonly [string, unknown]): boolean => !isTheirOwn(record.type, name);
  const properties = Object.fromEntries(Object.entries(record.properties).filter(isTold));
  if (first === undefined || more.length === 0) return { ...record, properties };
  return { ...record, properties, associations: { ...others, deals: [first] } };
}

function isTheirOwn(type: ObjectName, name: string): boolean {
  if (type === 'meetings') return name === 'hs_meeting_outcome';
  return type === 'contacts' && COUNTED.test(name);
}

async function connectHubSpot(
  { attune, now }: OrgProduct,
  account: StoryAccount,
): Promise<TenantId> {
  const install = { name: 'Larkfield', timeZone: TIME_ZONE };
  const tenantId = await attune.connectAccount('hubspot', 'good-code', install);
  await attune.stores.tenants.setOwnDomains(tenantId, ['larkfield.example']);
  const chosen = await attune.stores.settings.load(tenantId);
  const settings = { ...chosen, pipelineIds: account.pipelines.map(({ id }) => id) };
  await attune.stores.settings.save(tenantId, { settings, by: null, at: now().toISOString() });
  return tenantId;
}

async function spendNight({ attune }: OrgProduct, tenantId: TenantId): Promise<void> {
  await attune.beginNight(tenantId);
  const isOver = async () => (await attune.stores.nights.loadLatest(tenantId))?.finishedAt != null;
  await eventually('HubSpot’s night is over', isOver, 120_000);
}
