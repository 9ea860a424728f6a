import { sql } from 'kysely';
import type { CardRow, Subject, TouchedSubject } from '../../insight/port.ts';
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
 * Replaces the subject's cards. Where the number or age of a deal's open concerns changed, the other deals of its
 * persons are built again, because their cards say what waits here; that number does not depend on theirs, so it ends.
 */
export async function saveCards(
  scope: TenantScope,
  touched: TouchedSubject,
  rows: readonly CardRow[],
): Promise<void> {
  await holdTenant(scope);
  const { subject } = touched;
  const before = await readWaiting(scope, subject);
  await deleteCards(scope, subject);
  await insertCards(scope, rows);
  if (before !== (await readWaiting(scope, subject))) await markOtherDeals(scope, idOf(subject));
  await clearMark(scope, touched);
}

/** What other cards say of this deal, as one text to compare. */
async function readWaiting({ tenantId, trx }: TenantScope, subject: Subject): Promise<string> {
  if (subject.kind === 'conversation') return '';
  const { rows } = await sql<{ waiting: string }>`
    select concat(sum((facts->>'openConcerns')::int), ' since ',
      min(facts->>'oldestOpenConcernAt')) as waiting
    from card where tenant_id = ${tenantId} and deal_id = ${subject.dealId}
  `.execute(trx);
  return rows[0]?.waiting ?? '';
}

async function markOtherDeals(scope: TenantScope, dealId: string): Promise<void> {
  await mark(
    scope,
    sql`
      select distinct 'deal', other.deal_id from card
      join deal_person as other on other.tenant_id = card.tenant_id
        and other.person_id = card.person_id and other.deal_id <> card.deal_id
      where card.tenant_id = ${scope.tenantId} and card.deal_id = ${dealId}`,
  );
}

async function deleteCards({ tenantId, trx }: TenantScope, subject: Subject): Promise<void> {
  const isSubject =
    subject.kind === 'deal'
      ? sql`deal_id = ${subject.dealId}`
      : sql`deal_id is null and person_id = ${subject.personId}`;
  await sql`delete from card where tenant_id = ${tenantId} and ${isSubject}`.execute(trx);
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

async function clearMark({ tenantId, trx }: TenantScope, touched: TouchedSubject): Promise<void> {
  const { subject, markedAt } = touched;
  await sql`
    delete from touched_subject
    where tenant_id = ${tenantId} and kind = ${subject.kind} and id = ${idOf(subject)}
      and marked_at = ${markedAt}
  `.execute(trx);
}
