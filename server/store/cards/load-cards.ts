import { type RawBuilder, sql } from 'kysely';
import type { CardRecord, CardRow, WrittenRecord } from '../../insight/port.ts';
import type { TenantScope } from '../unit-of-work.ts';

export async function loadCards(
  scope: TenantScope,
  record: CardRecord,
): Promise<readonly CardRow[]> {
  return selectCards(scope, SELECTED[record.kind](scope.tenantId, record.id));
}

export async function loadCardsOf(
  scope: TenantScope,
  records: readonly WrittenRecord[],
): Promise<readonly (readonly CardRow[])[]> {
  const idsOf = (wanted: WrittenRecord['kind']) =>
    records.flatMap(({ kind, id }) => (kind === wanted ? [id] : []));
  const isOfAny = sql`(deal_id = any(${idsOf('deal')}) or person_id = any(${idsOf('contact')}))`;
  const rows = await selectCards(scope, isOfAny);
  const byDeal = Map.groupBy(rows, ({ dealId }) => dealId);
  const byPerson = Map.groupBy(rows, ({ personId }) => personId);
  return records.map(({ kind, id }) => (kind === 'deal' ? byDeal : byPerson).get(id) ?? []);
}

/** Do-not-analyse is obeyed here as well: a card that was built a moment too late stays unseen. */
async function selectCards(
  { tenantId, trx }: TenantScope,
  isWanted: RawBuilder<unknown>,
): Promise<readonly CardRow[]> {
  const { rows } = await sql<CardRow>`
    select deal_id, deal_name, person_id, person_name, card, facts, cited, built_at from card
    where tenant_id = ${tenantId} and ${isWanted}
      and (card->>'kind' = 'do_not_analyse' or not exists (
        select from person
        where person.tenant_id = ${tenantId} and id = person_id and do_not_analyse
        union all select from deal
        where deal.tenant_id = ${tenantId} and id = deal_id and do_not_analyse))
    order by deal_id nulls last, person_id
  `.execute(trx);
  return rows;
}

type Condition = (tenantId: string, id: string) => RawBuilder<unknown>;

/** More deals than anyone scrolls through; of a company with more, those that changed last, the open ones first. */
const DEALS_OF_COMPANY = 30;
const PEOPLE_OF_COMPANY = 50;

const SELECTED: Readonly<Record<CardRecord['kind'], Condition>> = {
  deal: (_tenantId, id) => sql`deal_id = ${id}`,
  contact: (_tenantId, id) => sql`person_id = ${id}`,
  lead: (tenantId, id) => sql`person_id in (
    select person_id from lead_person where tenant_id = ${tenantId} and lead_id = ${id})`,
  company: (tenantId, id) => sql`(deal_id in (
    select deal.id from deal_in_pipeline as deal
    where deal.tenant_id = ${tenantId} and company_id = ${id}
    order by outcome = 'open' desc, updated_at desc, deal.id limit ${DEALS_OF_COMPANY})
  or deal_id is null and person_id in (
    select person.id from person where person.tenant_id = ${tenantId} and company_id = ${id}
    order by updated_at desc, person.id limit ${PEOPLE_OF_COMPANY}))`,
};

const TABLES: Readonly<Record<CardRecord['kind'], string>> = {
  deal: 'deal',
  contact: 'person',
  lead: 'lead',
  company: 'account',
};

export async function recordExists(
  { tenantId, trx }: TenantScope,
  { kind, id }: CardRecord,
): Promise<boolean> {
  const { rows } = await sql`
    select from ${sql.table(TABLES[kind])} where tenant_id = ${tenantId} and id = ${id}
  `.execute(trx);
  return rows.length > 0;
}

/** Only people and deals can be kept from being analysed. */
export async function isSilent(
  { tenantId, trx }: TenantScope,
  { kind, id }: CardRecord,
): Promise<boolean> {
  if (kind !== 'deal' && kind !== 'contact') return false;
  const { rows } = await sql`
    select from ${sql.table(TABLES[kind])}
    where tenant_id = ${tenantId} and id = ${id} and do_not_analyse
  `.execute(trx);
  return rows.length > 0;
}
