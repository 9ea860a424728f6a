import { type Kysely, sql } from 'kysely';

/**
 * A verdict is on a driver, or on one entry of a persona's slot. One table for both, because both go with the person
 * and the deal that they are about.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(VERDICTS).execute(db);
}

const VERDICTS = `
alter table verdict
  alter driver drop not null,
  add slot text,
  add entry_id text,
  add check ((driver is null) = (slot is not null) and (slot is null) = (entry_id is null)),
  drop constraint verdict_tenant_id_deal_id_person_id_driver_key,
  add constraint verdict_subject unique nulls not distinct
    (tenant_id, deal_id, person_id, driver, slot, entry_id);`;
