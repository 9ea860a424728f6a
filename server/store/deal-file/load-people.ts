import { sql } from 'kysely';
import type { Person, Seller } from '../../domain/person.ts';
import type { TenantScope } from '../unit-of-work.ts';

export async function loadPersons(
  { tenantId, trx }: TenantScope,
  personIds: readonly string[],
): Promise<readonly Person[]> {
  const { rows } = await sql<Person>`
    select id, name, title, email, company_id, owner_id, do_not_analyse, responses
    from person
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
    select from deal_in_pipeline as deal
    where tenant_id = ${tenantId} and outcome = 'open'
      and id = any(array(select deal_id from deal_person
        where tenant_id = ${tenantId} and person_id = ${personId}))
    limit 1
  `.execute(trx);
  return rows.length > 0;
}
