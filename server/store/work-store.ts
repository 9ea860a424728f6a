import { randomUUID } from 'node:crypto';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { ClaimedWork, DueWork, Postponement, Work, WorkStore } from '../queue/port.ts';
import type { Database } from './database/schema.ts';
import { asAppError } from './database/database-error.ts';
import { createRoster, PRESENT_WORKERS, type Roster } from './presence.ts';

/**
 * Works as the role `attune_dispatcher`. Postgres's clock decides what is due, one for all machines.
 * A row is rung again when its `due_at` lies after its `served_at`.
 */
export function createWorkStore(
  dispatcher: Kysely<Database>,
  roster: Roster = createRoster(dispatcher),
): WorkStore {
  const run = async <R>(statement: RawBuilder<R>): Promise<readonly R[]> => {
    try {
      return (await statement.execute(dispatcher)).rows;
    } catch (error) {
      throw asAppError(error);
    }
  };
  const runForOne = async <R>(statement: RawBuilder<R>) => (await run(statement))[0] ?? null;
  return {
    attend: (report) => roster.attend(report),
    enqueue: async (work, dueInMs) => {
      const due = await runForOne(enqueue(work, dueInMs));
      return due ?? { ...work, turn: 'new', dueInMs };
    },
    ensure: (work) => runForOne(ensure(work)),
    claim: (kinds, leaseMs) => runForOne(claim(kinds, leaseMs, roster.holder())),
    extend: async (work, leaseMs) => (await runForOne(extend(work, leaseMs))) !== null,
    complete: async (work) =>
      (await runForOne(remove(work))) === null ? runForOne(letGo(work)) : null,
    postpone: (work, postponement) => runForOne(postpone(work, postponement)),
    async park(work) {
      await run(park(work));
    },
    async parkTenant(tenantId) {
      await run(parkTenant(tenantId));
    },
    async resume(tenantId) {
      await run(resume(tenantId));
    },
    listDue: (limit) => run(listDue(limit)),
    async releaseLeases() {
      await run(releaseLeases());
    },
  };
}

/** A row as the doorbell needs it. */
const AS_DUE = sql`work_id, tenant_id, kind, coalesce(extract(epoch from served_at)::text, 'new') as turn,
  greatest(0, extract(epoch from due_at - clock_timestamp())::float8 * 1000) as due_in_ms`;

/** A lease without a holder was taken by a process that does not attend. */
const isHeld = sql`(coalesce(lease_until > clock_timestamp(), false)
  and (holder is null or holder = any(${PRESENT_WORKERS})))`;
const isFree = sql`not ${isHeld}`;

function enqueue({ workId, tenantId, kind }: Work, dueInMs: number) {
  return sql<DueWork>`
    insert into due_work as kept (work_id, tenant_id, kind, due_at)
    values (${workId}, ${tenantId}, ${kind}, ${inMs(dueInMs)})
    on conflict (work_id) do update
    set attempts = 0, due_at = case
      when kept.lease_until > clock_timestamp()
      then greatest(excluded.due_at, kept.served_at + interval '1 microsecond')
      else least(kept.due_at, excluded.due_at) end
    returning ${AS_DUE}`;
}

/** Parked work failed often in a row, so it is not tried at once. */
const UNPARKED_MS = 600_000;

function ensure({ workId, tenantId, kind }: Work) {
  return sql<DueWork>`
    insert into due_work as kept (work_id, tenant_id, kind, due_at)
    values (${workId}, ${tenantId}, ${kind}, clock_timestamp())
    on conflict (work_id) do update
    set attempts = 0, due_at = ${inMs(UNPARKED_MS)} where kept.due_at = 'infinity'
    returning ${AS_DUE}`;
}

/** The tenant's own row remembers when it was served, because finished work leaves none behind. */
function claim(kinds: readonly string[], leaseMs: number, holder: number | null) {
  return sql<ClaimedWork>`
    with running as (
      select tenant_id, count(*) as works from due_work
      where ${isHeld} group by tenant_id
    ), claimed as (
      update due_work
      set lease_id = ${randomUUID()}, lease_until = ${inMs(leaseMs)}, holder = ${holder},
        served_at = clock_timestamp()
      where work_id = (
        select work_id from due_work
        left join running using (tenant_id)
        left join tenant_directory as tenant using (tenant_id)
        where kind = any(${kinds}) and due_at <= clock_timestamp() and ${isFree}
        order by coalesce(works, 0), tenant.served_at nulls first, due_at, work_id
        limit 1
        for update of due_work skip locked)
      returning work_id, tenant_id, kind, lease_id, attempts
    ), served as (
      update tenant_directory set served_at = clock_timestamp() from claimed
      where tenant_directory.tenant_id = claimed.tenant_id
    )
    select * from claimed`;
}

function extend({ workId, leaseId }: ClaimedWork, leaseMs: number) {
  return sql`
    update due_work set lease_until = ${inMs(leaseMs)}
    where work_id = ${workId} and lease_id = ${leaseId}
    returning 1`;
}

function remove({ workId, leaseId }: ClaimedWork) {
  return sql`
    delete from due_work
    where work_id = ${workId} and lease_id = ${leaseId} and due_at <= served_at
    returning 1`;
}

function letGo({ workId, leaseId }: ClaimedWork) {
  return sql<DueWork>`
    update due_work set lease_id = null, lease_until = null, attempts = 0
    where work_id = ${workId} and lease_id = ${leaseId}
    returning ${AS_DUE}`;
}

/** Work whose row a slower worker removed meanwhile comes back; work that another worker holds is left to it. */
function postpone(work: ClaimedWork, { inMs: delayMs, attempts }: Postponement) {
  return sql<DueWork>`
    insert into due_work as kept (work_id, tenant_id, kind, due_at, attempts)
    values (${work.workId}, ${work.tenantId}, ${work.kind}, ${inMs(delayMs)}, ${attempts})
    on conflict (work_id) do update
    set lease_id = null, lease_until = null, attempts = excluded.attempts,
      due_at = case when kept.due_at > kept.served_at
        then least(kept.due_at, excluded.due_at) else excluded.due_at end
    where kept.lease_id = ${work.leaseId}
    returning ${AS_DUE}`;
}

function park({ workId, leaseId }: ClaimedWork) {
  return sql`
    update due_work set lease_id = null, lease_until = null, attempts = 0, due_at = 'infinity'
    where work_id = ${workId} and lease_id = ${leaseId} and due_at <= served_at`;
}

function parkTenant(tenantId: string) {
  return sql`
    update due_work set due_at = 'infinity', attempts = 0
    where tenant_id = ${tenantId} and ${isFree}`;
}

function resume(tenantId: string) {
  return sql`
    update due_work set due_at = clock_timestamp()
    where tenant_id = ${tenantId} and due_at = 'infinity'`;
}

function listDue(limit: number) {
  return sql<DueWork>`
    select ${AS_DUE} from due_work
    where due_at <= clock_timestamp() and ${isFree}
    order by due_at, work_id limit ${limit}`;
}

function releaseLeases() {
  return sql`update due_work set lease_id = null, lease_until = null where lease_id is not null`;
}

function inMs(delayMs: number) {
  return sql`clock_timestamp() + ${delayMs}::float8 * interval '1 ms'`;
}
