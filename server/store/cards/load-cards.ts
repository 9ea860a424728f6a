import { type RawBuilder, sql } from 'kysely';
import type { CardRecord, CardRow } from '../../insight/port.ts';
import type { TenantScope } from '../unit-of-work.ts';

/** Do-not-analyse is obeyed here as well: a card that was built a moment too late stays unseen. */
export async function loadCards(
  { tenantId, trx }: TenantScope,
  record: CardRecord,
): Promise<readonly CardRow[]> {
  const { rows } = await sql<CardRow>`
    select deal_id, deal_name, person_id, person_name, card, facts, cited, built_at from card
    where tenant_id = ${tenantId} and ${SELECTED[record.kind](tenantId, record.id)}
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

const SELECTED: Readonly<Record<CardRecord['kind'], Condition>> = {
  deal: (_tenantId, id) => sql`deal_id = ${id}`,
  contact: (_tenantId, id) => sql`person_id = ${id}`,
  lead: (tenantId, id) => sql`person_id in (
    select person_id from lead_person where tenant_id = ${tenantId} and lead_id = ${id})`,
};

const TABLES: Readonly<Record<CardRecord['kind'], string>> = {
  deal: 'deal',
  contact: 'person',
  lead: 'lead',
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
