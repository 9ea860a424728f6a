import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  BEGINNING,
  isKept,
  moreToAsk,
  MOST_PENDING,
  transition,
  waitMs,
  type Listening,
  type Phase,
  type Signal,
} from '../../../../server/crm/salesforce/events/listening.ts';

const SIGNALS: readonly Signal[] = [
  { kind: 'subscribed' },
  { kind: 'heard', pending: 40 },
  { kind: 'asked', events: 60 },
  { kind: 'silent' },
  { kind: 'ended' },
  { kind: 'failed' },
  { kind: 'refused' },
  { kind: 'lost_place' },
  { kind: 'withdrawn' },
  { kind: 'rested' },
  { kind: 'forgotten' },
];

/** Where each signal leads from each phase; what is not named changes nothing at all. */
const LEADS: Readonly<Record<Phase, Readonly<Partial<Record<Signal['kind'], Phase>>>>> = {
  connecting: {
    ...{ subscribed: 'listening', silent: 'waiting', ended: 'waiting', failed: 'waiting' },
    ...{ refused: 'connecting', lost_place: 'behind', withdrawn: 'stopped' },
  },
  listening: {
    ...{ heard: 'listening', asked: 'listening', silent: 'waiting', ended: 'waiting' },
    ...{ failed: 'waiting', refused: 'connecting', lost_place: 'behind', withdrawn: 'stopped' },
  },
  waiting: { rested: 'connecting' },
  behind: { forgotten: 'connecting', failed: 'waiting' },
  stopped: {},
};

const at = (phase: Phase, more: Partial<Listening> = {}): Listening => ({
  ...BEGINNING,
  ...more,
  phase,
});
const after = (state: Listening, ...signals: readonly Signal[]): Listening =>
  signals.reduce(transition, state);

describe('listening to a topic', () => {
  const phases = Object.keys(LEADS) as readonly Phase[];
  const moves = phases.flatMap((phase) =>
    SIGNALS.map((signal) => [phase, signal.kind, LEADS[phase][signal.kind], signal] as const),
  );

  it.each(moves)('%s, told %s, goes to %s', (...[phase, , next, signal]) => {
    const before = at(phase);
    const found = transition(before, signal);
    if (next === undefined) expect(found).toBe(before);
    else expect(found.phase).toBe(next);
  });

  it('asks for another key at once when its key is refused, and only once in a row', () => {
    const refused = after(at('listening'), { kind: 'refused' });
    expect(refused).toMatchObject({ phase: 'connecting', renewKey: true, failures: 0 });
    const again = after(refused, { kind: 'subscribed' }, { kind: 'refused' });
    expect(again).toMatchObject({ phase: 'waiting', renewKey: false, failures: 1 });
  });

  it('takes a refusal for the key’s end again once something was heard', () => {
    const refused = after(at('listening'), { kind: 'refused' }, { kind: 'subscribed' });
    const heard = after(refused, { kind: 'heard', pending: 99 }, { kind: 'refused' });
    expect(heard).toMatchObject({ phase: 'connecting', renewKey: true });
  });

  it('counts failures until something is heard', () => {
    const round = [{ kind: 'failed' }, { kind: 'rested' }, { kind: 'subscribed' }] as const;
    const tired = after(at('listening'), ...round, ...round, ...round);
    expect(tired).toMatchObject({ phase: 'listening', failures: 3 });
    expect(after(tired, { kind: 'heard', pending: 100 }).failures).toBe(0);
  });

  it('waits twice as long each time, never longer than ten minutes', () => {
    expect([1, 2, 3, 4].map((failures) => waitMs({ failures }, 1))).toEqual([
      1_000, 2_000, 4_000, 8_000,
    ]);
    fc.assert(
      fc.property(fc.nat(2_000), fc.double({ min: 0, max: 1, noNaN: true }), (failures, random) => {
        const forMs = waitMs({ failures }, random);
        expect(forMs).toBeGreaterThanOrEqual(500);
        expect(forMs).toBeLessThanOrEqual(600_000);
      }),
    );
  });

  it('asks for more when half of what it asked for has come, and never for more than 100', () => {
    const heard = (pending: number) => after(at('listening'), { kind: 'heard', pending });
    expect(moreToAsk(heard(51))).toBe(0);
    expect(moreToAsk(heard(50))).toBe(50);
    expect(moreToAsk(heard(0))).toBe(MOST_PENDING);
    const asked = after(heard(40), { kind: 'asked', events: moreToAsk(heard(40)) });
    expect(asked.pending).toBe(MOST_PENDING);
    expect(moreToAsk(asked)).toBe(0);
  });

  it('trusts a place for less than 72 hours', () => {
    const storedAt = new Date('2026-11-20T10:00:00.000Z');
    expect(isKept(storedAt, new Date('2026-11-23T09:59:59.999Z'))).toBe(true);
    expect(isKept(storedAt, new Date('2026-11-23T10:00:00.000Z'))).toBe(false);
  });

  it('comes to rest in no order of signals but by a withdrawn connection', () => {
    const signals = fc.array(fc.constantFrom(...SIGNALS), { maxLength: 60 });
    fc.assert(
      fc.property(signals, (told) => {
        const end = after(BEGINNING, ...told);
        if (!told.some(({ kind }) => kind === 'withdrawn')) expect(end.phase).not.toBe('stopped');
        expect(end.failures).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
