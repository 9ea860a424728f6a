import type { Install } from '../oauth/installs.ts';
import type { Portal } from '../portal/portal.ts';
import { TYPE_IDS } from '../hubspot-record.ts';
import type { ObjectName } from '../hubspot-record.ts';
import type { ScopeNeed } from '../http/scopes.ts';
import type { ChangeSource } from '../webhooks/change.ts';
import type { Answer } from './answer.ts';

/** A question to the API, and what a route needs to answer it. */

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

export interface Scene {
  readonly portal: Portal;
  readonly install: Install;
  readonly now: Date;
  /** Our own writes are told with this. */
  readonly source: ChangeSource;
  readonly uninstall: () => void;
}

export type Serve = (scene: Scene, call: Call, parts: readonly string[]) => Answer;

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Each group is an object type or an id; `isKnown` looks before the route is taken. */
  readonly path: RegExp;
  readonly scopes: (parts: readonly string[]) => ScopeNeed;
  readonly serve: Serve;
  /** Search draws on its own budget; the associations' batches on none that rolls (research/sync.md §2). */
  readonly budget?: 'search' | 'none';
}

export const TYPE = '([a-z_]+)';
export const ID = '([^/]+)';

/** The router has looked that the part names a type. */
export function named(part: string | undefined): ObjectName {
  return part as ObjectName;
}

export function isObjectName(part: string): part is ObjectName {
  return part in TYPE_IDS;
}
