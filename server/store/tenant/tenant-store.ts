import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { AppError } from '../../../shared/errors.ts';
import type { TenantId } from '../../../shared/ids.ts';
import type { Vendor } from '../../../shared/vocabulary.ts';
import { markDirty } from '../apply-page/mark-dirty.ts';
import type { Database } from '../database/schema.ts';
import { sql } from 'kysely';
import type { TenantScope, UnitOfWork } from '../unit-of-work.ts';

export interface CrmAccount {
  readonly vendor: Vendor;
  readonly accountId: string;
}

export interface NewTenant extends CrmAccount {
  readonly name: string;
  /** IANA name, for example "Europe/Berlin". */
  readonly timeZone: string;
}

export interface Tenant extends NewTenant {
  readonly tenantId: TenantId;
  /** Set by the admin; null: proposed from the sellers' addresses. */
  readonly ownDomains: readonly string[] | null;
  readonly readerVersion: string | null;
  /** What an admin allows us of the account's daily calls, above 0 to 1; null: nothing was said. */
  readonly callShare: number | null;
}

export interface TenantStore {
  /** The tenant of this account, made when it is new; name and time zone follow the CRM. */
  ensureTenant(wanted: NewTenant): Promise<TenantId>;
  findTenant(account: CrmAccount): Promise<TenantId | null>;
  listTenants(): Promise<readonly TenantId[]>;
  /** Throws AppError `tenant_unknown`. */
  loadTenant(tenantId: TenantId): Promise<Tenant>;
  setOwnDomains(tenantId: TenantId, domains: readonly string[] | null): Promise<void>;
  setCallShare(tenantId: TenantId, share: number | null): Promise<void>;
  /** After a change of the reader: marks every activity that an older one read, to be fetched and read again. */
  adoptReader(tenantId: TenantId, version: string): Promise<void>;
}

export interface TenantStoreParts {
  readonly inTenant: UnitOfWork;
  readonly dispatcher: Kysely<Database>;
}

export function createTenantStore({ inTenant, dispatcher }: TenantStoreParts): TenantStore {
  return {
    ensureTenant: async (wanted) => {
      const tenantId = await enterInDirectory(dispatcher, wanted);
      await inTenant(tenantId, (scope) => upsertTenant(scope, wanted));
      return tenantId;
    },
    findTenant: (account) => findTenant(dispatcher, account),
    listTenants: async () => {
      const rows = await dispatcher.selectFrom('tenantDirectory').select('tenantId').execute();
      return rows.map((row) => row.tenantId).toSorted();
    },
    loadTenant: (tenantId) => inTenant(tenantId, loadTenant),
    setOwnDomains: (tenantId, domains) =>
      inTenant(tenantId, (scope) => setOwnDomains(scope, domains)),
    setCallShare: (tenantId, callShare) =>
      inTenant(tenantId, async ({ trx }) => {
        await trx
          .updateTable('tenant')
          .set({ callShare })
          .where('tenantId', '=', tenantId)
          .execute();
      }),
    adoptReader: (tenantId, version) => inTenant(tenantId, (scope) => adoptReader(scope, version)),
  };
}

async function findTenant(
  dispatcher: Kysely<Database>,
  { vendor, accountId }: CrmAccount,
): Promise<TenantId | null> {
  const row = await dispatcher
    .selectFrom('tenantDirectory')
    .select('tenantId')
    .where('vendor', '=', vendor)
    .where('accountId', '=', accountId)
    .executeTakeFirst();
  return row?.tenantId ?? null;
}

/** Whoever enters an account first names it; both get the same id. */
async function enterInDirectory(
  dispatcher: Kysely<Database>,
  { vendor, accountId }: CrmAccount,
): Promise<TenantId> {
  const tenantId = randomUUID();
  await dispatcher
    .insertInto('tenantDirectory')
    .values({ vendor, accountId, tenantId })
    .onConflict((conflict) => conflict.columns(['vendor', 'accountId']).doNothing())
    .execute();
  return (await findTenant(dispatcher, { vendor, accountId })) ?? tenantId;
}

async function upsertTenant({ tenantId, trx }: TenantScope, wanted: NewTenant): Promise<void> {
  const { name, timeZone, vendor, accountId } = wanted;
  await trx
    .insertInto('tenant')
    .values({
      ...{ tenantId, vendor, accountId, name, timeZone },
      ...{ ownDomains: null, readerVersion: null, callShare: null },
    })
    .onConflict((conflict) => conflict.column('tenantId').doUpdateSet({ name, timeZone }))
    .execute();
}

async function loadTenant({ tenantId, trx }: TenantScope): Promise<Tenant> {
  const row = await trx
    .selectFrom('tenant')
    .select(['vendor', 'accountId', 'name', 'timeZone', 'ownDomains', 'readerVersion', 'callShare'])
    .where('tenantId', '=', tenantId)
    .executeTakeFirst();
  if (row === undefined) {
    throw new AppError('tenant_unknown', `There is no tenant ${tenantId}.`, { recovery: 'skip' });
  }
  // The column holds only what ensureTenant wrote, which takes a Vendor.
  return { ...row, tenantId, vendor: row.vendor as Vendor };
}

async function setOwnDomains(
  { tenantId, trx }: TenantScope,
  domains: readonly string[] | null,
): Promise<void> {
  const ownDomains = domains?.map((domain) => domain.toLowerCase()) ?? null;
  await trx.updateTable('tenant').set({ ownDomains }).where('tenantId', '=', tenantId).execute();
}

async function adoptReader(scope: TenantScope, version: string): Promise<void> {
  const { tenantId, trx } = scope;
  const { numUpdatedRows } = await trx
    .updateTable('tenant')
    .set({ readerVersion: version })
    .where('tenantId', '=', tenantId)
    .where('readerVersion', 'is distinct from', version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return;
  await markDirty(
    scope,
    sql`select kind, id from activity
      where tenant_id = ${tenantId} and read_by_model <> ${version}`,
  );
}
