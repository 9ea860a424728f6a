import { sql } from 'kysely';
import type { Person, Seller } from '../../domain/person.ts';
import type { TenantScope } from '../unit-of-work.ts';

export async function loadPersons(
  { tenantId, trx }: TenantScope,
  personIds: readonly string[],
): Promise<readonly Person[]> {
  const { rows } = await sql<Person>`
    select id, name, title, email, company_id, owner_id, do_not_analyse from person
    where tenant_id = ${tenantId} and id = any(${personIds})
    order by id
  `.execute(trx);
  return rows;
}

export async function loadSellers(
  { tenantId, trx }: TenantScope,
  sellerIds: readonly string[],
): Promise<readonly Seller[]> {
  const { rows } = await sql<Seller>`
    select id, name, email, user_id from seller
    where tenant_id = ${tenantId} and id = any(${sellerIds})
    order by id
  `.execute(trx);
  return rows;
}

export async function hasOpenDeal(
  { tenantId, trx }: TenantScope,
  personId: string,
): Promise<boolean> {
  const { rows } = await sql`
    select from deal_person
    join deal_in_pipeline as deal on deal.tenant_id = deal_person.tenant_id and deal.id = deal_id
    where deal_person.tenant_id = ${tenantId} and person_id = ${personId} and outcome = 'open'
    limit 1
  `.execute(trx);
  return rows.length > 0;
}
