import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { planNight, type PlannedUnit } from '../../../server/sync/night-plan.ts';
import { RECORD_KINDS, type RecordKind } from '../../../server/crm/records.ts';

const toUnits = (kinds: readonly RecordKind[]): PlannedUnit[] =>
  kinds.map((kind) => ({ kind, done: false }));

/** Plays a whole night: finishes every unit that the plan reads, until it turns to the cards. */
function playNight(units: readonly PlannedUnit[]): RecordKind[] {
  const step = planNight(units);
  if (step.step === 'build') return [];
  const read = step.units.map(({ kind }) => kind);
  const rest = units.map((unit) => (read.includes(unit.kind) ? { ...unit, done: true } : unit));
  return [...read, ...playNight(rest)];
}

describe('the plan of a night', () => {
  it('reads people and deals before the activities that speak of them', () => {
    const order = playNight(toUnits(RECORD_KINDS));

    expect(order.indexOf('contact')).toBeLessThan(order.indexOf('deal'));
    expect(order.indexOf('deal')).toBeLessThan(order.indexOf('email'));
  });

  it('waits with the next group while any unit of this one is not done', () => {
    const step = planNight([
      { kind: 'owner', done: true },
      { kind: 'pipeline', done: false },
      { kind: 'contact', done: false },
    ]);

    expect(step).toEqual({ step: 'read', units: [{ kind: 'pipeline', done: false }] });
  });

  it('reads each kind exactly once, whichever kinds the adapter has', () => {
    fc.assert(
      fc.property(fc.subarray([...RECORD_KINDS]), (kinds) => {
        expect(playNight(toUnits(kinds)).sort()).toEqual([...kinds].sort());
      }),
    );
  });

  it('turns to the cards when everything is read', () => {
    const units = RECORD_KINDS.map((kind) => ({ kind, done: true }));

    expect(planNight(units)).toEqual({ step: 'build' });
  });
});
