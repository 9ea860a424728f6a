import { jsonOf, type Incoming } from '../http/exchange.ts';
import { notFound, type Answer } from './answer.ts';
import { serveIngestJobs } from './bulk/serve-ingest-jobs.ts';
import { serveQueryJobs } from './bulk/serve-query-jobs.ts';
import { serveCollection } from './collections.ts';
import { serveComposite } from './composite.ts';
import { serveDeleted } from './deleted.ts';
import { serveDescribe, serveObjects } from './describe.ts';
import type { Desk } from './desk.ts';
import { serveLimits } from './limits.ts';
import { serveMore, serveQuery } from './query.ts';
import { createRecord, readRecord } from './single-record.ts';
import type { FaultKind } from '../faults.ts';

interface Asked {
  readonly desk: Desk;
  readonly incoming: Incoming;
  /** What the path's pattern found. */
  readonly parts: readonly string[];
  readonly fault: FaultKind | null;
}

const LOCKED: Readonly<Partial<Record<FaultKind, 'every_second' | 'all'>>> = {
  rows_locked: 'every_second',
  all_rows_locked: 'all',
};

const ROUTES: readonly (readonly [RegExp, (asked: Asked) => Answer])[] = [
  [/^\/limits$/, ({ desk }) => serveLimits(desk)],
  [
    /^\/jobs\/query(?:\/(\w+))?(\/results)?$/,
    ({ desk, incoming, parts: [id = '', results = ''] }) =>
      serveQueryJobs(desk, incoming, { id, wantsResults: results !== '' }),
  ],
  [
    /^\/jobs\/ingest(?:\/(\w+))?(?:\/(\w+))?$/,
    ({ desk, incoming, parts: [id = '', part = ''] }) =>
      serveIngestJobs(desk, incoming, { id, part }),
  ],
  [/^\/sobjects$/, ({ desk }) => serveObjects(desk)],
  [/^\/sobjects\/(\w+)\/describe$/, ({ desk, parts: [type = ''] }) => serveDescribe(desk, type)],
  [
    /^\/sobjects\/(\w+)\/deleted\/?$/,
    ({ desk, incoming, parts: [type = ''] }) => serveDeleted(desk, type, incoming.query),
  ],
  [
    /^\/sobjects\/(\w+)$/,
    ({ desk, incoming, parts: [type = ''] }) => createRecord(desk, type, incoming),
  ],
  [
    /^\/sobjects\/(\w+)\/(\w{18})$/,
    ({ desk, parts: [type = '', id = ''] }) => readRecord(desk, type, id),
  ],
  [/^\/query$/, ({ desk, incoming }) => serveQuery(desk, incoming.query.get('q') ?? '', false)],
  [/^\/queryAll$/, ({ desk, incoming }) => serveQuery(desk, incoming.query.get('q') ?? '', true)],
  [/^\/query(?:All)?\/([\w-]+)$/, ({ desk, parts: [locator = ''] }) => serveMore(desk, locator)],
  [
    /^\/composite$/,
    ({ desk, incoming }) =>
      serveComposite(jsonOf(incoming), (path, query) =>
        serveApi(desk, { ...incoming, method: 'GET', path, query }, null),
      ),
  ],
  [
    /^\/composite\/sobjects(\/.*)?$/,
    ({ desk, incoming, parts: [rest = ''], fault }) =>
      serveCollection(desk, {
        ...{ method: incoming.method, query: incoming.query, rest },
        body: jsonOf(incoming),
        locked: LOCKED[fault ?? 'hang'] ?? 'none',
      }),
  ],
];

/** What stands behind `/services/data/v67.0`. */
export function serveApi(desk: Desk, incoming: Incoming, fault: FaultKind | null): Answer {
  const path = incoming.path.replace(/^\/services\/data\/v67\.0/, '');
  if (path === incoming.path) return notFound();
  for (const [pattern, serve] of ROUTES) {
    const match = pattern.exec(path);
    if (match !== null) return serve({ desk, incoming, parts: match.slice(1), fault });
  }
  return notFound();
}
