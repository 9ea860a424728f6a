import { isObjectName } from './call.ts';
import type { Call, Route } from './call.ts';
import { ACCOUNT_ROUTES } from './serve-account.ts';
import { ASSOCIATION_ROUTES } from './serve-associations.ts';
import { FORM_ROUTES } from './serve-forms.ts';
import { READ_ROUTES } from './serve-objects.ts';
import { PROPERTY_ROUTES } from './serve-properties.ts';
import { SEARCH_ROUTES } from './serve-search.ts';
import { THREAD_ROUTES } from './serve-threads.ts';
import { WRITE_BATCH_ROUTES } from './serve-write-batches.ts';
import { WRITE_ROUTES } from './serve-writes.ts';

/** The dated paths that the stand-in knows, as one table (research/hubspot.md §4.1). The first that fits is taken. */
const ROUTES: readonly Route[] = [
  ...SEARCH_ROUTES,
  ...WRITE_BATCH_ROUTES,
  ...WRITE_ROUTES,
  ...READ_ROUTES,
  ...ASSOCIATION_ROUTES,
  ...PROPERTY_ROUTES,
  ...ACCOUNT_ROUTES,
  ...THREAD_ROUTES,
  ...FORM_ROUTES,
];

export interface Match {
  readonly route: Route;
  readonly parts: readonly string[];
}

/** Null when the real HubSpot would not know the path, or not with this method. */
export function findRoute({ method, path }: Pick<Call, 'method' | 'path'>): Match | null {
  for (const route of ROUTES) {
    const match = route.method === method ? route.path.exec(path) : null;
    if (match === null) continue;
    const parts = match.slice(1);
    return areKnown(path, parts) ? { route, parts } : null;
  }
  return null;
}

/** Where a path names types, each of them must be one; words like "groups" never reach here as types. */
function areKnown(path: string, parts: readonly string[]): boolean {
  const types = /^\/crm\/(objects|properties)\//.test(path) ? parts.slice(0, 1) : [];
  const ends = /^\/crm\/associations\//.test(path) ? parts : [];
  const target = /\/associations\/default\//.test(path) ? parts.slice(2, 3) : [];
  return [...types, ...ends, ...target].every(isObjectName);
}
