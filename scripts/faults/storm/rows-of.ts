import type { LedgerSummary } from './crm/storm-crm.ts';
import { rowOf, type Row } from '../../bench/row.ts';
import { differ } from '../sandbox-contents.ts';
import type { OpenWork } from './come-to-rest.ts';
import type { WriteBacks } from './count-write-backs.ts';
import type { Progress } from './load-progress.ts';
import type { Troubles } from './make-trouble.ts';
import {
  KILLS_A_SECOND,
  MOST_OWN_ERRORS,
  POSTGRES_KILLS_AT,
  QUEUE_FLUSHES_AT,
  REST_MS,
} from './storm-plan.ts';
import type { ContentName, TenantContents } from './tenant-contents.ts';
import type { CursorSteps } from './watch-cursors.ts';

/** What a storm left, and what it is held against. */
export interface StormFindings {
  readonly quiet: {
    readonly contents: TenantContents;
    readonly ledger: Pick<LedgerSummary, 'calls'>;
    readonly progress: Progress;
  };
  readonly tenants: readonly TenantContents[];
  readonly seconds: number;
  readonly kills: number;
  readonly troubles: Troubles;
  readonly callsInStorm: number;
  /** What all tenants had when the last worker was killed. */
  readonly progress: Progress;
  readonly restSeconds: number;
  readonly ledger: Pick<LedgerSummary, 'calls' | 'errorShare' | 'ownErrorShare'>;
  readonly open: OpenWork;
  readonly steps: CursorSteps;
  readonly writeBacks: WriteBacks;
  readonly say: (line: string) => void;
}

const MOST_CALLS = 1.2;
/** Differing lines that are told of each content. */
const SHOWN = 5;

export function rowsOf(found: StormFindings): readonly Row[] {
  const { quiet, tenants, ledger, open, steps, writeBacks } = found;
  const { tasks, fields } = writeBacks;
  const rows = compare(found, 'rows');
  const readings = compare(found, 'readings');
  const cards = compare(found, 'cards');
  const unread = tenants.reduce((sum, each) => sum + each.unread.length, 0);
  const calls = quiet.ledger.calls * tenants.length;
  return [
    none('missing_rows', 'rows', rows.missing),
    none('rows_too_many', 'rows', rows.added),
    none('unread_activities', 'activities', unread),
    none('readings_missing_or_doubled', 'readings', readings.missing + readings.added),
    none('cards_missing_or_doubled', 'cards', cards.missing + cards.added),
    none('duplicate_write_backs', 'tasks and fields', tasks.doubled + fields.doubled),
    none('missing_write_backs', 'tasks and fields', tasks.missing + fields.missing),
    none('cursors_moved_back', 'steps', steps.back),
    none('leases_left', 'leases', open.workLeases + open.tokenLeases),
    none('work_left', 'works', open.nights + open.works + open.tasks + open.marks),
    rowOf(
      { name: 'calls_ratio', value: ledger.calls / calls, unit: 'times', yardstick: 1 },
      { atMost: MOST_CALLS },
    ),
    rowOf(
      { name: 'own_error_share', value: ledger.ownErrorShare, unit: 'share' },
      { atMost: MOST_OWN_ERRORS },
    ),
    ...doneInStorm(found),
    ...told(found, calls),
  ];
}

/**
 * By lives that were all cut short: without this a storm would prove nothing. A life of less than a second seldom comes as
 * far as its first text, so readings and cards are only told; `--night` kills the nights that make them.
 */
function doneInStorm({ quiet, progress, tenants }: StormFindings): readonly Row[] {
  const figure = (name: string, unit: string, count: keyof Progress) => {
    const yardstick = quiet.progress[count] * tenants.length;
    return { name, value: progress[count], unit, yardstick };
  };
  return [
    rowOf(figure('records_in_storm', 'records', 'records'), { atLeast: 1 }),
    rowOf(figure('activities_read_in_storm', 'activities', 'read')),
    rowOf(figure('cards_in_storm', 'cards', 'cards')),
    rowOf(figure('write_backs_in_storm', 'tasks and records', 'writtenBack'), { atLeast: 1 }),
  ];
}

function told(found: StormFindings, quietCalls: number): readonly Row[] {
  const { seconds, kills, troubles, restSeconds, callsInStorm, ledger, steps } = found;
  return [
    rowOf({ name: 'kills', value: kills, unit: 'times' }, { atLeast: seconds * KILLS_A_SECOND }),
    rowOf(
      { name: 'postgres_kills', value: troubles.postgresKills, unit: 'times' },
      { atLeast: POSTGRES_KILLS_AT.length },
    ),
    rowOf(
      { name: 'queue_flushes', value: troubles.flushes, unit: 'times' },
      { atLeast: QUEUE_FLUSHES_AT.length },
    ),
    rowOf({ name: 'rest_seconds', value: restSeconds, unit: 's' }, { atMost: REST_MS / 1_000 }),
    rowOf({ name: 'calls', value: ledger.calls, unit: 'calls', yardstick: quietCalls }),
    rowOf({ name: 'calls_in_storm', value: callsInStorm, unit: 'calls', yardstick: quietCalls }),
    rowOf({ name: 'error_share', value: ledger.errorShare, unit: 'share' }),
    rowOf({ name: 'cursor_steps', value: steps.all, unit: 'steps' }),
  ];
}

function none(name: string, unit: string, value: number): Row {
  return rowOf({ name, value, unit, yardstick: 0 }, { atMost: 0 });
}

function compare(
  { quiet, tenants, say }: StormFindings,
  name: ContentName,
): { readonly missing: number; readonly added: number } {
  let sum = { missing: 0, added: 0 };
  for (const each of tenants) {
    const { missing, added } = differ(quiet.contents[name], each[name]);
    for (const line of missing.slice(0, SHOWN)) say(`- ${name}: ${line}`);
    for (const line of added.slice(0, SHOWN)) say(`+ ${name}: ${line}`);
    sum = { missing: sum.missing + missing.length, added: sum.added + added.length };
  }
  return sum;
}
