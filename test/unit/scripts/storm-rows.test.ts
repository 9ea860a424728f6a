import { describe, expect, it } from '@jest/globals';
import { rowsOf, type StormFindings } from '../../../scripts/faults/storm/rows-of.ts';

const contents = { rows: ['deal 1', 'note 2'], unread: [], readings: ['a'], cards: ['c'] };

const NONE = { missing: 0, doubled: 0 };
const progress = { records: 4, read: 3, cards: 2, writtenBack: 1 };

/** Nothing was lost, by a hair within what is allowed. */
const GOOD: StormFindings = {
  quiet: { contents, ledger: { calls: 100 }, progress },
  tenants: [contents, contents, contents],
  ...{ seconds: 60, kills: 40, progress },
  troubles: { postgresKills: 2, flushes: 1 },
  callsInStorm: 200,
  restSeconds: 59,
  ledger: { calls: 360, errorShare: 0.1, ownErrorShare: 0.05 },
  open: { nights: 0, works: 0, tasks: 0, marks: 0, workLeases: 0, tokenLeases: 0 },
  steps: { back: 0, all: 30 },
  writeBacks: { tasks: NONE, fields: NONE },
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
    ['duplicate_write_backs', { writeBacks: { tasks: NONE, fields: { missing: 0, doubled: 1 } } }],
    ['duplicate_write_backs', { writeBacks: { tasks: { missing: 0, doubled: 1 }, fields: NONE } }],
    ['missing_write_backs', { writeBacks: { tasks: { missing: 1, doubled: 0 }, fields: NONE } }],
    ['missing_write_backs', { writeBacks: { tasks: NONE, fields: { missing: 1, doubled: 0 } } }],
    ['own_error_share', { ledger: { ...GOOD.ledger, ownErrorShare: 0.051 } }],
    ['records_in_storm', { progress: { ...progress, records: 0 } }],
    ['write_backs_in_storm', { progress: { ...progress, writtenBack: 0 } }],
    ['cursors_moved_back', { steps: { back: 1, all: 30 } }],
    ['leases_left', { open: { ...GOOD.open, tokenLeases: 1 } }],
    ['work_left', { open: { ...GOOD.open, marks: 1 } }],
    ['calls_ratio', { ledger: { ...GOOD.ledger, calls: 361 } }],
    ['kills', { kills: 39 }],
    ['postgres_kills', { troubles: { postgresKills: 1, flushes: 1 } }],
    ['queue_flushes', { troubles: { postgresKills: 2, flushes: 0 } }],
    ['rest_seconds', { restSeconds: 61 }],
  ])('does not hold by %s', (name, found) => {
    const others = found.tenants === undefined ? [] : ['calls_ratio'];
    expect(failing(found).filter((each) => !others.includes(each))).toEqual([name]);
  });
});
