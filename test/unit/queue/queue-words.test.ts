import { describe, expect, it } from '@jest/globals';
import { toRing } from '../../../server/queue/bell-options.ts';
import { reportSparingly } from '../../../server/queue/report-sparingly.ts';
import { workIdOf } from '../../../server/queue/work-id.ts';

const due = { workId: 'w1', tenantId: 't1', kind: 'walk_unit', turn: 'new', dueInMs: 0 };

describe('a ring', () => {
  it('carries nothing but ids', () => {
    expect(toRing(due)).toMatchObject({
      name: 'walk_unit',
      data: { tenantId: 't1', workId: 'w1' },
    });
  });

  it('is one for each turn', () => {
    expect(toRing(due).opts.jobId).toBe(toRing(due).opts.jobId);
    expect(toRing({ ...due, turn: '17.5' }).opts.jobId).not.toBe(toRing(due).opts.jobId);
  });

  it('for later does not stand in the way of one for now', () => {
    expect(toRing({ ...due, dueInMs: 0.4 }).opts).toMatchObject({
      delay: 1,
      jobId: 'w1.new.later',
    });
    expect(toRing(due).opts).toMatchObject({ delay: 0, jobId: 'w1.new.now' });
  });
});

describe('a work id', () => {
  it('is a UUID that is the same for the same names', () => {
    expect(workIdOf('t1', 'refresh')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(workIdOf('t1', 'refresh')).toBe(workIdOf('t1', 'refresh'));
    expect(workIdOf('t1', 'refresh')).not.toBe(workIdOf('t2', 'refresh'));
  });
});

describe('reports of a datastore that is away', () => {
  it('come once a minute for each message', () => {
    let now = 0;
    const told: unknown[] = [];
    const report = reportSparingly(
      (error) => told.push(error),
      () => new Date(now),
    );
    for (now = 0; now <= 60_000; now += 100) report(new Error('connection refused'));
    report(new Error('another'));
    expect(told.map(String)).toEqual([
      'Error: connection refused',
      'Error: connection refused',
      'Error: another',
    ]);
  });

  it('hold no more than a hundred messages in memory, whatever is thrown', () => {
    const told: unknown[] = [];
    const report = reportSparingly(
      (error) => told.push(error),
      () => new Date(0),
    );
    for (let each = 0; each <= 101; each += 1) report(`failure ${each}`);
    report('failure 0');
    expect(told.filter((error) => error === 'failure 0')).toHaveLength(2);
  });
});
