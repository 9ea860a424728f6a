import path from 'node:path';
import { z } from 'zod';
import { startEmbeddedPostgres } from '../../server/store/embedded-postgres.ts';
import { runQuery } from '../../server/store/database/run-query.ts';

/** What a sandbox holds after its first night, each line once for each row there is. */
const CONTENTS = {
  activities: `select kind || '/' || id as line from activity`,
  unread: `select kind || '/' || id as line from activity
    where read_by_model is null and not_read_because is null`,
  evidence: `select concat_ws('/', activity_kind, activity_id, driver, pole, status, person_id,
    from_offset, to_offset) as line from evidence`,
  statements: `select concat_ws('/', activity_kind, activity_id, kind, person_id, from_offset,
    to_offset) as line from statement`,
  subjects: `select 'person ' || id as line from person union all select 'deal ' || id from deal
    where name not like 'Generated%' union all select 'account ' || id from account`,
  cards: `select concat_ws('/', deal_id, person_id, card->>'kind', card->'stage'->>'stage') as line
    from card`,
  claims: `select concat_ws('/', deal_id, person_id, claim->>'driver', claim->>'pole',
    claim->>'word', quote->>'shown') as line
    from card, jsonb_path_query(card, '$.drivers[*]') as claim,
      jsonb_path_query(claim, '$.quotes[*]') as quote`,
  counters: `select concat_ws('/', records, activities) as line from night
    order by started_at limit 1`,
} as const;

export type ContentName = keyof typeof CONTENTS;
export type SandboxContents = Readonly<Record<ContentName, readonly string[]>>;

// Object.keys widens the keys of a constant to string.
export const CONTENT_NAMES = Object.keys(CONTENTS) as readonly ContentName[];

const Lines = z.array(z.object({ line: z.string() }));

/** Of a sandbox that nobody runs at the moment. */
export async function loadContents(folder: string): Promise<SandboxContents> {
  const postgres = await startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres') });
  try {
    const url = new URL(postgres.adminUrl);
    url.pathname = '/attune';
    const load = async (name: ContentName): Promise<readonly string[]> =>
      Lines.parse(await runQuery(url.href, CONTENTS[name]))
        .map(({ line }) => line)
        .toSorted();
    const loaded = await Promise.all(CONTENT_NAMES.map(async (name) => [name, await load(name)]));
    // Built from all names just above.
    return Object.fromEntries(loaded) as SandboxContents;
  } finally {
    await postgres.stop();
  }
}

export interface Difference {
  readonly missing: readonly string[];
  readonly added: readonly string[];
}

/** Lines count as often as they stand there: a doubled row is an added one. */
export function differ(expected: readonly string[], found: readonly string[]): Difference {
  return { missing: without(expected, found), added: without(found, expected) };
}

function without(lines: readonly string[], taken: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of taken) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}
