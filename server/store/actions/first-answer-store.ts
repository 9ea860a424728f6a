import { sql } from 'kysely';
import type { FirstAnswers } from '../../http/port.ts';
import { toJsonb } from '../database/to-jsonb.ts';
import type { TenantScope, UnitOfWork } from '../unit-of-work.ts';

/** A signature is worth five minutes, and its clock may be one ahead of ours; after that nobody can repeat it. */
const KEPT_MS = 10 * 60_000;

export function createFirstAnswerStore(inTenant: UnitOfWork): FirstAnswers {
  return {
    find: (tenantId, requestKey) => inTenant(tenantId, (scope) => find(scope, requestKey)),
    keep: (tenantId, requestKey, answer) =>
      inTenant(tenantId, async (scope) => {
        await forgetOld(scope, answer.at);
        await insert(scope, requestKey, answer);
        return (await find(scope, requestKey)) ?? answer.json;
      }),
  };
}

async function find({ tenantId, trx }: TenantScope, requestKey: string): Promise<object | null> {
  const { rows } = await sql<{ answer: object }>`
    select answer from signed_request where tenant_id = ${tenantId} and request_key = ${requestKey}
  `.execute(trx);
  return rows[0]?.answer ?? null;
}

/** Of two at once the first to come here is the one that counts. */
async function insert(
  { tenantId, trx }: TenantScope,
  requestKey: string,
  { json, at }: { readonly json: object; readonly at: string },
): Promise<void> {
  await sql`
    insert into signed_request (tenant_id, request_key, answer, at)
    values (${tenantId}, ${requestKey}, ${toJsonb(json)}, ${at})
    on conflict do nothing
  `.execute(trx);
}

async function forgetOld({ tenantId, trx }: TenantScope, now: string): Promise<void> {
  await sql`
    delete from signed_request
    where tenant_id = ${tenantId}
      and at < ${now}::timestamptz - ${KEPT_MS}::int * interval '1 ms'
  `.execute(trx);
}
