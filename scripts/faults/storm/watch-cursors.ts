import { z } from 'zod';
import type { Stage } from './open-stage.ts';
import { runQuery } from '../../../server/store/database/run-query.ts';

/**
 * Postgres itself notes each step of a unit that is not one forward: another generation than the next, a list's `after`
 * that went down, a unit that was done and is not any more.
 */
const watchOf = (wentBack: string): string => `
create schema watch;
create table watch.step (moved int not null);
create function watch.unit() returns trigger language plpgsql security definer as $$
begin
  if new.generation <> old.generation + 1
    and (new.generation, new.cursor, new.done) is distinct from (old.generation, old.cursor, old.done)
    or old.done and not new.done
    or (${wentBack})
  then insert into watch.step values (-1);
  else insert into watch.step values (1);
  end if;
  return null;
end $$;
create trigger watch_unit after update of generation, cursor, done on sync_unit
  for each row execute function watch.unit();`;

export async function watchCursors({
  adminUrl,
  crm,
}: Pick<Stage, 'adminUrl' | 'crm'>): Promise<void> {
  await runQuery(adminUrl, watchOf(crm.wentBack));
}

export interface CursorSteps {
  readonly back: number;
  readonly all: number;
}

const Steps = z.array(z.object({ back: z.number(), all: z.number() }));

export async function loadCursorSteps(adminUrl: string): Promise<CursorSteps> {
  const statement = `select count(*) filter (where moved < 0)::int as back, count(*)::int as "all"
    from watch.step`;
  const [steps] = Steps.parse(await runQuery(adminUrl, statement));
  return steps ?? { back: 0, all: 0 };
}
