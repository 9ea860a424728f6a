import { type Kysely, sql } from 'kysely';

/**
 * Whose renewal it is, so that a worker that was killed leaves no account waiting for its lease to end
 * (store/presence.ts); and which version of the tokens the CRM has called expired, so that the others need not ask.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw('alter table connection add refresh_holder bigint, add ended_version integer')
    .execute(db);
}
