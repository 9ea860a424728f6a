import { type Kysely, sql } from 'kysely';

/** The CRM's own figures of what people opened, clicked and visited; those we know already are fetched once more. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(RESPONSES).execute(db);
}

const RESPONSES = `
alter table person add column responses jsonb;
alter table person add check (not (do_not_analyse and responses is not null));
alter table person no force row level security;
alter table dirty_record no force row level security;
insert into dirty_record (tenant_id, kind, id, marked_at)
select tenant_id, 'contact', id, now() from person where not do_not_analyse
on conflict do nothing;
alter table person force row level security;
alter table dirty_record force row level security;`;
