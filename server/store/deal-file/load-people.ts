import { sql } from 'kysely';
import type { Person, Seller } from '../../domain/person.ts';
import type { TenantScope } from '../unit-of-work.ts';

export async function loadPersons(
  { tenantId, trx }: TenantScope,
  personIds: readonly string[],
): Promise<readonly Person[]> {
  const { rows } = await sql<Person>`
    select id, name, title, email, company_id, company_name, owner_id, do_not_analyse, responses
    from person
    where tenant_id = ${tenantId} and id = any(${personIds})
    order by id
  `.execute(trx);
  return rows;
}

/** Everyone who sells for this tenant: as many as its users. */
export async function loadSellers({ tenantId, trx }: TenantScope): Promise<readonly Seller[]> {
  const { rows } = await sql<Seller>`
    select id, name, email, user_id from seller where tenant_id = ${tenantId} order by id
  `.execute(trx);
  return rows;
}

/** Of these persons, those with an open deal. */
export async function loadEngaged(
  { tenantId, trx }: TenantScope,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set();
  const { rows } = await sql<{ personId: string }>`
    select distinct person_id from deal_person as place
    cross join lateral (
      select outcome from deal_in_pipeline
      where tenant_id = ${tenantId} and id = place.deal_id offset 0) as deal
    where place.tenant_id = ${tenantId} and person_id = any(${personIds}) and outcome = 'open'
  `.execute(trx);
  return new Set(rows.map(({ personId }) => personId));
}
