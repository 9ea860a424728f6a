import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RECORD_KINDS, type RecordKind } from '../../../server/crm/records.ts';
import type { NightProgress, PlannedUnit } from '../../../server/sync/night/port.ts';
import { NIGHT_STEPS, planNight, type NightTask } from '../../../server/sync/night-plan.ts';
import { unitsOfNight } from '../../../server/sync/night-units.ts';
import { UNIT_PHASES } from '../../../server/sync/port.ts';
import { ACTIVITY_KINDS } from '../../../shared/vocabulary.ts';

const NOW = '2026-03-04T02:00:00.000Z';
const BEFORE = '2026-03-03T02:00:00.000Z';
const FRESH: NightProgress = { stepsDone: [], stoppedFor: [] };

type Done = PlannedUnit | NightTask;

/** Plays a whole night: what is done, in order, and what is read side by side. */
function playNight(units: readonly PlannedUnit[], night = FRESH): readonly (readonly Done[])[] {
  const step = planNight(night, units);
  if (step.step === 'finish') return [];
  if (step.step === 'do') {
    const stepsDone = [...night.stepsDone, step.name];
    return [[step.task], ...playNight(units, { ...night, stepsDone })];
  }
  const rest = units.map((unit) => (step.units.includes(unit) ? { ...unit, done: true } : unit));
  return [[...step.units], ...playNight(rest, night)];
}

function unitsFor(watermarks: readonly RecordKind[], comparedAt = BEFORE): readonly PlannedUnit[] {
  const night = { now: NOW, kinds: RECORD_KINDS, can: { listed: RECORD_KINDS } };
  const known = new Map(watermarks.map((kind) => [kind, BEFORE] as const));
  const compared = new Map(watermarks.map((kind) => [kind, comparedAt] as const));
  const units = unitsOfNight({ ...night, watermarks: known, comparedAt: compared });
  return units.map((unit) => ({ ...unit, done: false }));
}

const FIRST = unitsFor([]);
const LATER = unitsFor(RECORD_KINDS);

function placeOf(order: readonly (readonly Done[])[], is: (done: Done) => boolean): number {
  return order.findIndex((group) => group.some(is));
}

const reads =
  (kind: RecordKind, phase: PlannedUnit['phase'] = 'changes') =>
  (done: Done) =>
    typeof done !== 'string' && done.kind === kind && done.phase === phase;

describe('the order of a night', () => {
  it('knocks with one call before anything else is read', () => {
    for (const units of [FIRST, LATER]) {
      const [first] = playNight(units);
      expect(first).toHaveLength(1);
      expect(first?.[0]).toMatchObject({ kind: 'owner' });
    }
  });

  it('reads people and deals before the activities that speak of them', () => {
    for (const units of [FIRST, LATER]) {
      const order = playNight(units);
      for (const kind of ['contact', 'company', 'deal', 'lead'] as const) {
        for (const activity of ACTIVITY_KINDS)
          expect(placeOf(order, reads(kind))).toBeLessThan(placeOf(order, reads(activity)));
      }
    }
  });

  it('takes what is gone before what is new, and what is cited soon before both', () => {
    const order = playNight(LATER);
    const verify = placeOf(order, (done) => done === 'verify');
    const gone = placeOf(order, reads('email', 'gone'));
    expect(verify).toBeGreaterThanOrEqual(0);
    expect(placeOf(order, (done) => done === 'settle_marks')).toBe(verify + 1);
    expect(gone).toBeGreaterThan(verify);
    expect(gone).toBeLessThan(placeOf(order, reads('contact')));
  });

  it('makes the cards of open deals, then writes back, then makes those of ended ones, then compares', () => {
    const order = playNight(LATER);
    const places = [
      reads('email'),
      (done: Done) => done === 'build_open',
      (done: Done) => done === 'write_back',
      reads('email', 'sweep'),
    ].map((each) => placeOf(order, each));
    const weekly = playNight(unitsFor(RECORD_KINDS, '2026-02-20T02:00:00.000Z'));
    expect(places.slice(0, 3)).toEqual(places.slice(0, 3).toSorted((a, b) => a - b));
    expect(places[3]).toBe(-1);
    const sweep = placeOf(weekly, reads('email', 'sweep'));
    expect(sweep).toBeGreaterThan(placeOf(weekly, (done) => done === 'write_back'));
  });

  it('makes the cards of the pressing deals before the long first load', () => {
    const order = playNight(FIRST);
    const pressing = placeOf(order, reads('deal', 'first'));
    const cards = placeOf(order, (done) => done === 'build_all');
    expect(cards).toBe(pressing + 1);
    expect(cards).toBeLessThan(placeOf(order, reads('contact')));
    expect(order.at(-1)).toEqual(['write_back']);
  });

  it('leaves the past that is still to be loaded for the end', () => {
    const known = RECORD_KINDS.filter((kind) => kind !== 'email');
    const order = playNight(unitsFor(known));
    expect(placeOf(order, reads('email'))).toBeGreaterThan(
      placeOf(order, (done) => done === 'write_back'),
    );
    expect(placeOf(order, reads('call'))).toBeLessThan(
      placeOf(order, (done) => done === 'build_open'),
    );
  });

  it('reads at least three kinds side by side where there is much to read', () => {
    for (const units of [FIRST, LATER]) {
      const group = playNight(units).find((each) => each.some(reads('email')));
      expect(group?.length).toBeGreaterThanOrEqual(3);
    }
  });
});

const unit: fc.Arbitrary<PlannedUnit> = fc.record({
  kind: fc.constantFrom(...RECORD_KINDS),
  phase: fc.constantFrom(...UNIT_PHASES),
  from: fc.constantFrom(null, BEFORE),
  done: fc.boolean(),
});
const anyUnits = fc.uniqueArray(unit, { selector: ({ kind, phase }) => `${kind} ${phase}` });

describe('any night', () => {
  it('reads each unit exactly once, and does each task once', () => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        const done = playNight(units).flat();
        const read = done.filter((each): each is PlannedUnit => typeof each !== 'string');
        expect(new Set(read)).toEqual(new Set(units.filter((each) => !each.done)));
        expect(read).toHaveLength(new Set(read).size);
        expect(done.length - read.length).toBeLessThanOrEqual(NIGHT_STEPS.length);
      }),
    );
  });

  it('that was stopped makes no call any more, but builds its cards', () => {
    const reason = fc.constantFrom('budget_spent' as const, 'token_refused' as const);
    fc.assert(
      fc.property(anyUnits, fc.uniqueArray(reason, { minLength: 1 }), (units, stoppedFor) => {
        const done = playNight(units, { ...FRESH, stoppedFor }).flat();
        for (const each of done) expect(['mark_cards', 'build_open', 'build_all']).toContain(each);
        expect(done).toContain('build_all');
      }),
    );
  });
});
