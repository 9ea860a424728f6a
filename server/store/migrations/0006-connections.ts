import { type Kysely, sql } from 'kysely';

/**
 * A connection says what became of it, since when and why. What was sealed before cannot be opened any more, because
 * the seal now binds the connection, too: those accounts are connected again. The owner sees every row only while
 * row-level security is not forced on it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `alter table connection
         add connection_id uuid not null default gen_random_uuid(),
         add state_since timestamptz(3) not null default now(),
         add state_reason text,
         add installed_by text,
         add granted_scopes text[] not null default '{}',
         add reconciled_at timestamptz(3),
         alter key_id drop not null,
         alter ciphertext drop not null,
         drop constraint connection_state_check,
         no force row level security;
       update connection
       set state = 'reconnect_needed', state_reason = 'sealed_by_older_version',
         key_id = null, ciphertext = null;
       alter table connection
         alter connection_id drop default,
         force row level security,
         add check (state in ('active', 'reconnect_needed', 'disconnected')),
         add check (state <> 'disconnected' or ciphertext is null);`,
    )
    .execute(db);
}
