import { sql } from 'kysely';
import type { Instant } from '../../../shared/ids.ts';
import type { SilenceStore, SilentRecord } from '../../insight/actions/port.ts';
import { forgetReadingsOfDeals, silencePersons } from '../apply-page/forget.ts';
import { markDeals, markPersons } from '../apply-page/mark-touched.ts';
import { holdTenant, type TenantScope, type UnitOfWork } from '../unit-of-work.ts';
import { put } from './outbox-store.ts';

export function createSilenceStore(inTenant: UnitOfWork): SilenceStore {
  return {
    silence: (tenantId, record, asked) =>
      inTenant(tenantId, (scope) => silence(scope, record, asked)),
    release: (tenantId, record, at) => inTenant(tenantId, (scope) => release(scope, record, at)),
  };
}

async function silence(
  scope: TenantScope,
  record: SilentRecord,
  { by, at }: { readonly by: string; readonly at: Instant },
): Promise<void> {
  const { tenantId, trx } = scope;
  await holdTenant(scope);
  const { rows } = await sql`
    insert into do_not_analyse (tenant_id, kind, id, asked_by, at)
    values (${tenantId}, ${record.kind}, ${record.id}, ${by}, ${at})
    on conflict do nothing
    returning 1
  `.execute(trx);
  if (rows.length === 0) return;
  await FORGET[record.kind](scope, record.id);
  await writeField(scope, { ref: record, doNotAnalyse: true, at });
}

type Forget = (scope: TenantScope, id: string) => Promise<void>;

const FORGET: Readonly<Record<SilentRecord['kind'], Forget>> = {
  contact: async (scope, id) => {
    const { tenantId, trx } = scope;
    await sql`
      update person set do_not_analyse = true, title = null, company_id = null, company_name = null,
        responses = null
      where tenant_id = ${tenantId} and id = ${id}
    `.execute(trx);
    await markPersons(scope, [id]);
    await silencePersons(scope, [id]);
  },
  deal: async (scope, id) => {
    const { tenantId, trx } = scope;
    await sql`
      update deal set do_not_analyse = true where tenant_id = ${tenantId} and id = ${id}
    `.execute(trx);
    await markDeals(scope, [id]);
    await forgetReadingsOfDeals(scope, [id]);
    await sql`
      delete from verdict where tenant_id = ${tenantId} and deal_id = ${id}
    `.execute(trx);
  },
};

/** The record stays silent here until the CRM's own field has been cleared and read. */
async function release(scope: TenantScope, record: SilentRecord, at: Instant): Promise<void> {
  const { tenantId, trx } = scope;
  await holdTenant(scope);
  await sql`
    delete from do_not_analyse
    where tenant_id = ${tenantId} and kind = ${record.kind} and id = ${record.id}
  `.execute(trx);
  await writeField(scope, { ref: record, doNotAnalyse: false, at });
}

interface FieldOrder {
  readonly ref: SilentRecord;
  readonly doNotAnalyse: boolean;
  readonly at: Instant;
}

/** Each order is one of its own, and they are carried out in the order given. */
async function writeField(
  scope: TenantScope,
  { ref, doNotAnalyse, at }: FieldOrder,
): Promise<void> {
  const key = `do_not_analyse ${ref.kind} ${ref.id} ${at} ${String(doNotAnalyse)}`;
  await put(scope, { key, payload: { kind: 'field', ref, doNotAnalyse }, at });
}
