import { describe, expect, it } from '@jest/globals';
import { rowsOf, type StormFindings } from '../../../scripts/faults/storm/rows-of.ts';

const contents = { rows: ['deal 1', 'note 2'], unread: [], readings: ['a'], cards: ['c'] };

/** Nothing was lost, by a hair within what is allowed. */
const GOOD: StormFindings = {
  quiet: { contents, ledger: { calls: 100 } },
  tenants: [contents, contents, contents],
  kills: 40,
  troubles: { postgresKills: 2, flushes: 1 },
  callsInStorm: 200,
  restSeconds: 59,
  ledger: { calls: 360, errorShare: 0.1 },
  open: { nights: 0, works: 0, tasks: 0, marks: 0, workLeases: 0, tokenLeases: 0 },
  steps: { back: 0, all: 30 },
  tasks: { missing: 0, doubled: 0 },
  say: () => undefined,
};

const failing = (found: Partial<StormFindings>): readonly string[] =>
  rowsOf({ ...GOOD, ...found })
    .filter(({ holds }) => !holds)
    .map(({ name }) => name);

describe('what a storm left', () => {
  it('holds when nothing is missing or doubled', () => {
    expect(failing({})).toEqual([]);
  });

  it.each<[string, Partial<StormFindings>]>([
    ['missing_rows', { tenants: [{ ...contents, rows: ['deal 1'] }] }],
    ['rows_too_many', { tenants: [{ ...contents, rows: [...contents.rows, 'note 2'] }] }],
    ['unread_activities', { tenants: [{ ...contents, unread: ['note 2'] }] }],
    ['readings_missing_or_doubled', { tenants: [{ ...contents, readings: ['a', 'a'] }] }],
    ['cards_missing_or_doubled', { tenants: [{ ...contents, cards: [] }] }],
    ['duplicate_write_backs', { tasks: { missing: 0, doubled: 1 } }],
    ['missing_write_backs', { tasks: { missing: 1, doubled: 0 } }],
    ['cursors_moved_back', { steps: { back: 1, all: 30 } }],
    ['leases_left', { open: { ...GOOD.open, tokenLeases: 1 } }],
    ['work_left', { open: { ...GOOD.open, marks: 1 } }],
    ['calls_ratio', { ledger: { calls: 361, errorShare: 0 } }],
    ['kills', { kills: 39 }],
    ['postgres_kills', { troubles: { postgresKills: 1, flushes: 1 } }],
    ['queue_flushes', { troubles: { postgresKills: 2, flushes: 0 } }],
    ['rest_seconds', { restSeconds: 61 }],
  ])('does not hold by %s', (name, found) => {
    const others = found.tenants === undefined ? [] : ['calls_ratio'];
    expect(failing(found).filter((each) => !others.includes(each))).toEqual([name]);
  });
});
