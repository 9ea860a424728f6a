import { sql } from 'kysely';
import type { BuiltSubject, CardRow, Subject, TouchedSubject } from '../../insight/port.ts';
import { mark } from '../apply-page/mark-touched.ts';
import { toJsonb } from '../database/to-jsonb.ts';
import { holdTenant, type TenantScope } from '../unit-of-work.ts';

/** The turn of subjects that have ended; night/mark-cards.ts gives the turns. */
const LAST_TURN = 3;

export async function loadTouched(
  { tenantId, trx }: TenantScope,
  limit: number,
  which: 'open' | 'all',
): Promise<readonly TouchedSubject[]> {
  const { rows } = await sql<{ kind: Subject['kind']; id: string; markedAt: string }>`
    select kind, id, marked_at from touched_subject
    where tenant_id = ${tenantId} and turn <= ${which === 'all' ? LAST_TURN : LAST_TURN - 1}
    order by turn, marked_at, kind, id limit ${limit}
  `.execute(trx);
  return rows.map(({ kind, id, markedAt }) => ({ subject: toSubject(kind, id), markedAt }));
}

function toSubject(kind: Subject['kind'], id: string): Subject {
  return kind === 'deal' ? { kind, dealId: id } : { kind, personId: id };
}

function idOf(subject: Subject): string {
  return subject.kind === 'deal' ? subject.dealId : subject.personId;
}

/**
 * Replaces the subjects' cards. Where the number or age of a deal's open concerns changed, the other deals of its
 * persons are built again, because their cards say what waits here; that number does not depend on theirs, so it ends.
 */
export async function saveCards(scope: TenantScope, built: readonly BuiltSubject[]): Promise<void> {
  await holdTenant(scope);
  const dealIds = idsOf(built, 'deal');
  const before = await loadWaiting(scope, dealIds);
  await deleteCards(scope, built);
  await insertCards(
    scope,
    built.flatMap(({ rows }) => rows),
  );
  const after = await loadWaiting(scope, dealIds);
  await markOtherDeals(
    scope,
    dealIds.filter((id) => (before.get(id) ?? NOTHING_WAITS) !== (after.get(id) ?? NOTHING_WAITS)),
  );
  await clearMarks(scope, built);
}

function idsOf(built: readonly BuiltSubject[], kind: Subject['kind']): readonly string[] {
  return built.flatMap(({ subject }) => (subject.kind === kind ? [idOf(subject)] : []));
}

const NOTHING_WAITS = '0 since ';

/** What other cards say of each deal, as one text to compare; deals without a card are not there. */
async function loadWaiting(
  { tenantId, trx }: TenantScope,
  dealIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (dealIds.length === 0) return new Map();
  const { rows } = await sql<{ dealId: string; waiting: string }>`
    select deal_id, concat(sum((facts->>'openConcerns')::int), ' since ',
      min(facts->>'oldestOpenConcernAt')) as waiting
    from card where tenant_id = ${tenantId} and deal_id = any(${dealIds})
    group by deal_id
  `.execute(trx);
  return new Map(rows.map(({ dealId, waiting }) => [dealId, waiting]));
}

async function markOtherDeals(scope: TenantScope, dealIds: readonly string[]): Promise<void> {
  if (dealIds.length === 0) return;
  await mark(
    scope,
    sql`
      select distinct 'deal', other.deal_id from card
      join deal_person as other on other.tenant_id = card.tenant_id
        and other.person_id = card.person_id and other.deal_id <> card.deal_id
      where card.tenant_id = ${scope.tenantId} and card.deal_id = any(${dealIds})`,
  );
}

async function deleteCards(
  { tenantId, trx }: TenantScope,
  built: readonly BuiltSubject[],
): Promise<void> {
  await sql`
    delete from card where tenant_id = ${tenantId} and deal_id = any(${idsOf(built, 'deal')})
  `.execute(trx);
  await sql`
    delete from card
    where tenant_id = ${tenantId} and person_id = any(${idsOf(built, 'conversation')})
      and deal_id is null
  `.execute(trx);
}

async function insertCards(
  { tenantId, trx }: TenantScope,
  rows: readonly CardRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into card (tenant_id, deal_id, deal_name, person_id, person_name, card, facts, cited,
      built_at)
    select ${tenantId}, "dealId", "dealName", "personId", "personName", card, facts, cited,
      "builtAt"
    from jsonb_to_recordset(${toJsonb(rows)}) as each (
      "dealId" text, "dealName" text, "personId" text, "personName" text, card jsonb,
      facts jsonb, cited jsonb, "builtAt" timestamptz)
  `.execute(trx);
}

async function clearMarks(
  { tenantId, trx }: TenantScope,
  built: readonly BuiltSubject[],
): Promise<void> {
  const marks = built.map(({ subject, markedAt }) => ({
    kind: subject.kind,
    id: idOf(subject),
    markedAt,
  }));
  await sql`
    delete from touched_subject as mark
    using jsonb_to_recordset(${toJsonb(marks)}) as each (kind text, id text, "markedAt" timestamptz)
    where mark.tenant_id = ${tenantId} and mark.kind = each.kind and mark.id = each.id
      and mark.marked_at = "markedAt"
  `.execute(trx);
}
