import { sql } from 'kysely';
import type { Person, Seller } from '../../domain/person.ts';
import type { SurroundingDeal, Surroundings, SurroundingsQuery } from '../../sync/port.ts';
import type { TenantScope } from '../unit-of-work.ts';

/**
 * Persons named by id or address, those of the linked deals, every seller, and the deals that the named persons, the ids and
 * threads lead to.
 */
export async function loadSurroundings(
  scope: TenantScope,
  query: SurroundingsQuery,
): Promise<Surroundings> {
  const persons = await loadPersons(scope, query);
  const threadDeals = await loadThreadDeals(scope, query.threadIds);
  const deals = await loadDeals(scope, {
    dealIds: [...query.dealIds, ...threadDeals.values()],
    personIds: persons.map((person) => person.id),
  });
  const group = await loadGroup(scope, query.dealIds, persons);
  const sellers = await loadSellers(scope);
  return {
    persons: [...persons, ...group],
    sellers,
    deals,
    threadDeals,
    ownDomains: await loadOwnDomains(scope),
  };
}

async function loadPersons(
  { tenantId, trx }: TenantScope,
  { contactIds, emails }: SurroundingsQuery,
): Promise<readonly Person[]> {
  const addresses = emails.map((email) => email.toLowerCase());
  const { rows } = await sql<Person>`
    select id, name, title, email, company_id, owner_id, do_not_analyse, responses
    from person
    where tenant_id = ${tenantId}
      and (id = any(${contactIds}) or email_key = any(${addresses}))
    order by id
  `.execute(trx);
  return rows;
}

/** Whom else a note on one of these deals may speak of. */
async function loadGroup(
  { tenantId, trx }: TenantScope,
  dealIds: readonly string[],
  known: readonly Person[],
): Promise<readonly Person[]> {
  if (dealIds.length === 0) return [];
  const { rows } = await sql<Person>`
    select id, name, title, email, company_id, owner_id, do_not_analyse, responses
    from person
    where tenant_id = ${tenantId} and id <> all(${known.map(({ id }) => id)})
      and id in (select person_id from deal_person
        where tenant_id = ${tenantId} and deal_id = any(${dealIds}))
    order by id
  `.execute(trx);
  return rows;
}

async function loadSellers({ tenantId, trx }: TenantScope): Promise<readonly Seller[]> {
  const { rows } = await sql<Seller>`
    select id, name, email, user_id from seller where tenant_id = ${tenantId} order by id
  `.execute(trx);
  return rows;
}

/** A thread belongs to the deal that its latest tied activity belongs to. */
async function loadThreadDeals(
  { tenantId, trx }: TenantScope,
  threadIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ threadId: string; dealId: string }>`
    select distinct on (thread_id) thread_id, tie_deal_ids[1] as deal_id from activity
    where tenant_id = ${tenantId} and thread_id = any(${threadIds}) and tie_kind = 'deal'
    order by thread_id, at desc, id desc
  `.execute(trx);
  return new Map(rows.map(({ threadId, dealId }) => [threadId, dealId]));
}

async function loadDeals(
  { tenantId, trx }: TenantScope,
  {
    dealIds,
    personIds,
  }: { readonly dealIds: readonly string[]; readonly personIds: readonly string[] },
): Promise<readonly SurroundingDeal[]> {
  const { rows } = await sql<SurroundingDeal>`
    select id, name, outcome = 'open' as open, pipeline_id,
      array(select person_id from deal_person
        where deal_person.tenant_id = deal.tenant_id and deal_id = deal.id
        order by person_id) as person_ids
    from deal_in_pipeline as deal
    where tenant_id = ${tenantId} and id = any(array(
      select unnest(${dealIds}::text[])
      union select deal_id from deal_person
        where tenant_id = ${tenantId} and person_id = any(${personIds})))
    order by id
  `.execute(trx);
  return rows;
}

/** Mail providers that anyone may use: an address there says nothing of the firm. */
const PUBLIC_PROVIDERS = [
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'yahoo.com',
  'icloud.com',
  'gmx.de',
  'gmx.net',
  'web.de',
  'proton.me',
  'protonmail.com',
];

/** The admin's list; until there is one, the domains of the sellers' own addresses. */
async function loadOwnDomains({ tenantId, trx }: TenantScope): Promise<readonly string[]> {
  const { rows } = await sql<{ domain: string }>`
    select distinct domain from (
      select unnest(coalesce(own_domains, array(
        select lower(split_part(email, '@', 2)) from seller where tenant_id = ${tenantId}
      ))) as domain, own_domains is null as proposed
      from tenant where tenant_id = ${tenantId}
    ) as candidate
    where domain <> '' and not (proposed and domain = any(${PUBLIC_PROVIDERS}))
    order by domain
  `.execute(trx);
  return rows.map((row) => row.domain);
}
