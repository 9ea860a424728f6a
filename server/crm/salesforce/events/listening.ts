/**
 * How listening to one topic goes, as data. `connecting`: a key, the stored place, a subscription. `listening`: events
 * and keepalives come. `waiting`: a rest before the next attempt. `behind`: the place is older than what Salesforce
 * keeps; it is forgotten, and what lies between is the next night's. `stopped`: the connection needs a person.
 */
export type Phase = 'connecting' | 'listening' | 'waiting' | 'behind' | 'stopped';

export interface Listening {
  readonly phase: Phase;
  /** In a row, since something was last heard. */
  readonly failures: number;
  /** Salesforce called the key expired: another one is wanted. */
  readonly renewKey: boolean;
  /** Refusals of a key in a row, since something was last heard. */
  readonly refusals: number;
  /** Events that Salesforce may still send before we ask for more. */
  readonly pending: number;
}

export type Signal =
  | { readonly kind: 'subscribed' }
  | { readonly kind: 'heard'; readonly pending: number }
  | { readonly kind: 'asked'; readonly events: number }
  | { readonly kind: Trouble }
  | { readonly kind: 'rested' }
  | { readonly kind: 'forgotten' };

/** `lost_place`: the replay id is too old, or Salesforce does not know it. `withdrawn`: our connection was ended. */
export type Trouble = 'silent' | 'ended' | 'failed' | 'refused' | 'lost_place' | 'withdrawn';

/** Asked for at once, and the most there may be (developer.salesforce.com, Pub/Sub API, "Subscribe"; read 2026-11-23). */
export const MOST_PENDING = 100;
/** Salesforce sends a keepalive within 270 s (research/salesforce.md §1.4). */
export const SILENCE_MS = 300_000;
/** What Salesforce keeps, of which it promises no second more. */
const KEPT_MS = 72 * 3_600_000;

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 600_000;

export const BEGINNING: Listening = {
  ...{ phase: 'connecting', failures: 0, renewKey: false, refusals: 0, pending: 0 },
};

type Move = (state: Listening, signal: Signal) => Listening;

const wait: Move = (state) => ({
  ...state,
  ...{ phase: 'waiting', failures: state.failures + 1, renewKey: false },
});
const stop: Move = (state) => ({ ...state, phase: 'stopped' });
const fallBehind: Move = (state) => ({ ...state, phase: 'behind' });
const connect: Move = (state) => ({ ...state, phase: 'connecting' });

/** The first refusal is the key's end and needs no rest; another one would not be mended by one more key. */
const takeRefusal: Move = (state, signal) => {
  const refused = { ...state, refusals: state.refusals + 1 };
  return state.refusals === 0
    ? { ...refused, phase: 'connecting', renewKey: true }
    : wait(refused, signal);
};

const TROUBLES: Readonly<Record<Trouble, Move>> = {
  silent: wait,
  ended: wait,
  failed: wait,
  refused: takeRefusal,
  lost_place: fallBehind,
  withdrawn: stop,
};

const MOVES: Readonly<Record<Phase, Readonly<Partial<Record<Signal['kind'], Move>>>>> = {
  connecting: {
    ...TROUBLES,
    subscribed: (state) => ({
      ...state,
      ...{ phase: 'listening', renewKey: false, pending: MOST_PENDING },
    }),
  },
  listening: {
    ...TROUBLES,
    heard: (state, signal) =>
      signal.kind === 'heard'
        ? { ...state, failures: 0, refusals: 0, pending: signal.pending }
        : state,
    asked: (state, signal) =>
      signal.kind === 'asked' ? { ...state, pending: state.pending + signal.events } : state,
  },
  waiting: { rested: connect },
  behind: { forgotten: connect, failed: wait },
  stopped: {},
};

/** What has no move in a phase changes nothing: a stream that is hung up may still speak. */
export function transition(state: Listening, signal: Signal): Listening {
  return MOVES[state.phase][signal.kind]?.(state, signal) ?? state;
}

/** Doubling, bounded, and never two orgs at the same moment; `random` from 0 to 1. */
export function waitMs({ failures }: Pick<Listening, 'failures'>, random: number): number {
  const fullMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, failures - 1));
  return Math.round(fullMs * (0.5 + random / 2));
}

/** How many events to ask for now; 0 while enough are on their way. */
export function moreToAsk({ pending }: Pick<Listening, 'pending'>): number {
  return pending > MOST_PENDING / 2 ? 0 : MOST_PENDING - pending;
}

/** Whether a place that was stored then is still among what Salesforce keeps. */
export function isKept(storedAt: Date, now: Date): boolean {
  return now.getTime() - storedAt.getTime() < KEPT_MS;
}
