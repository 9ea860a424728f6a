import { type RawBuilder, sql } from 'kysely';
import type { TenantId } from '../../shared/ids.ts';
import { toJsonb } from './database/to-jsonb.ts';
import { type Holder, PRESENT_WORKERS } from './presence.ts';
import type { TenantScope, UnitOfWork } from './unit-of-work.ts';

/** Calls of one day of the account's own clock, by lane, and how many of them failed. */
export interface DayCount {
  readonly night: number;
  readonly visitor: number;
  readonly errors: number;
}

export interface BookMoment {
  readonly nowMs: number;
  readonly today: DayCount;
  /** This process, and all that live; null: one that does not attend. */
  readonly workers: { readonly own: number | null; readonly present: readonly number[] };
}

/** Null: the tenant has no book yet. What is in it is the meter's; a book that comes back as it was is not written. */
export type BookChange<Book, T> = (
  book: Book | null,
  moment: BookMoment,
) => { readonly book: Book | null; readonly counted: Partial<DayCount>; readonly result: T };

/** API calls of a tenant; one book for every worker on every machine. */
export interface BudgetStore {
  /** One change at a time. `day` is one of the account's own clock, as "2026-03-01". */
  change<Book, T>(tenantId: TenantId, day: string, change: BookChange<Book, T>): Promise<T>;
  loadDay(tenantId: TenantId, day: string): Promise<DayCount>;
  /** Calls ever made. */
  countCalls(tenantId: TenantId): Promise<number>;
}

interface BudgetOptions {
  /** Postgres's own clock, one for all machines; tests give theirs. */
  readonly now?: () => RawBuilder<unknown>;
  readonly holder?: Holder;
}

export function createBudgetStore(
  inTenant: UnitOfWork,
  { now = () => sql`clock_timestamp()`, holder = () => null }: BudgetOptions = {},
): BudgetStore {
  return {
    change: (tenantId, day, change) =>
      inTenant(tenantId, (scope) => changeBook(scope, { day, change, now: now(), own: holder() })),
    loadDay: (tenantId, day) => inTenant(tenantId, (scope) => loadDay(scope, day)),
    countCalls: (tenantId) => inTenant(tenantId, countCalls),
  };
}

interface Change<Book, T> {
  readonly day: string;
  readonly change: BookChange<Book, T>;
  readonly now: RawBuilder<unknown>;
  readonly own: number | null;
}

/** Counts and moment are read after the lock: what others did while we waited for it is among them. */
async function changeBook<Book, T>(
  scope: TenantScope,
  { day, change, now, own }: Change<Book, T>,
): Promise<T> {
  const book = await lockBook<Book>(scope);
  const { nowMs, present, ...today } = await lookAround(scope, day, now);
  const changed = change(book, { nowMs, today, workers: { own, present } });
  const { night = 0, visitor = 0, errors = 0 } = changed.counted;
  if (changed.book !== book) await saveBook(scope, changed.book);
  if (night + visitor + errors > 0) await count(scope, day, { night, visitor, errors });
  return changed.result;
}

async function lockBook<Book>(scope: TenantScope): Promise<Book | null> {
  const { tenantId, trx } = scope;
  const { rows } = await sql<{ book: unknown }>`
    select book from call_book where tenant_id = ${tenantId} for update
  `.execute(trx);
  const [row] = rows;
  // Only `saveBook` below writes the column, and one kind of book is kept in it.
  if (row !== undefined) return row.book as Book | null;
  await sql`
    insert into call_book (tenant_id, book) values (${tenantId}, 'null') on conflict do nothing
  `.execute(trx);
  return lockBook(scope);
}

interface Around {
  readonly nowMs: number;
  readonly present: readonly number[];
}

async function lookAround(
  { tenantId, trx }: TenantScope,
  day: string,
  now: RawBuilder<unknown>,
): Promise<DayCount & Around> {
  const { rows } = await sql<DayCount & Around>`
    select extract(epoch from ${now})::float8 * 1000 as now_ms, coalesce(night, 0) as night,
      coalesce(visitor, 0) as visitor, coalesce(errors, 0) as errors,
      ${PRESENT_WORKERS}::float8[] as present
    from (select) as here
    left join api_day on tenant_id = ${tenantId} and day = ${day}::date
  `.execute(trx);
  return rows[0] ?? { nowMs: 0, present: [], night: 0, visitor: 0, errors: 0 };
}

async function saveBook({ tenantId, trx }: TenantScope, book: unknown): Promise<void> {
  await sql`update call_book set book = ${toJsonb(book)} where tenant_id = ${tenantId}`.execute(
    trx,
  );
}

async function count(
  { tenantId, trx }: TenantScope,
  day: string,
  { night, visitor, errors }: DayCount,
): Promise<void> {
  await sql`
    insert into api_day as known (tenant_id, day, night, visitor, errors)
    values (${tenantId}, ${day}::date, ${night}, ${visitor}, ${errors})
    on conflict (tenant_id, day) do update
    set night = known.night + excluded.night, visitor = known.visitor + excluded.visitor,
      errors = known.errors + excluded.errors
  `.execute(trx);
}

async function loadDay({ tenantId, trx }: TenantScope, day: string): Promise<DayCount> {
  const { rows } = await sql<DayCount>`
    select night, visitor, errors from api_day
    where tenant_id = ${tenantId} and day = ${day}::date
  `.execute(trx);
  return rows[0] ?? { night: 0, visitor: 0, errors: 0 };
}

async function countCalls({ tenantId, trx }: TenantScope): Promise<number> {
  const { rows } = await sql<{ calls: number }>`
    select coalesce(sum(night + visitor), 0)::int as calls from api_day
    where tenant_id = ${tenantId}
  `.execute(trx);
  return rows[0]?.calls ?? 0;
}
