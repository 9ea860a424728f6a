import { AppError } from '../../../../shared/errors.ts';
import type { Instant } from '../../../../shared/ids.ts';
import type { ChangeHeader } from './change-header.ts';
import { troubleOf } from './errors.ts';
import {
  BEGINNING,
  isKept,
  MOST_PENDING,
  moreToAsk,
  SILENCE_MS,
  transition,
  waitMs,
  type Listening,
  type Phase,
  type Signal,
} from './listening.ts';
import type { Answer, EventStream, OpenStream, StreamKey } from './open-stream.ts';
import { toNotices, type ChangeNotice } from './to-notices.ts';

export interface EventPlace {
  readonly replayId: Buffer;
  readonly storedAt: Instant;
}

/** What came in one answer, and the place after it; a keepalive tells of a place alone. */
export interface HeardChanges {
  readonly notices: readonly ChangeNotice[];
  readonly replayId: Buffer;
}

export interface ListenTools {
  readonly topic: string;
  readonly openStream: OpenStream;
  /** `refused`: a key that Salesforce no longer accepts; another is wanted. */
  readonly keyOf: (refused?: string) => Promise<StreamKey>;
  /** The CRM user through whom we write; null: unknown. */
  readonly ourUserId: () => Promise<string | null>;
  readonly loadPlace: () => Promise<EventPlace | null>;
  readonly forgetPlace: () => Promise<void>;
  /** Keeps notices and place together, or neither. */
  readonly keep: (heard: HeardChanges) => Promise<void>;
  readonly clock: () => Date;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Ends early, without an error, when `signal` is aborted. */
  readonly sleep: (forMs: number, signal: AbortSignal) => Promise<void>;
  readonly report: (error: unknown) => void;
}

interface Run extends ListenTools {
  readonly signal: AbortSignal;
  stream: EventStream | null;
  accessToken: string | undefined;
}

/** Listens to one topic until `signal` is aborted, or the connection needs a person. Never throws. */
export async function listen(tools: ListenTools, signal: AbortSignal): Promise<void> {
  const run: Run = { ...tools, signal, stream: null, accessToken: undefined };
  let state = BEGINNING;
  while (!signal.aborted && state.phase !== 'stopped')
    state = transition(state, await STEPS[state.phase](run, state).catch(takeTrouble(run)));
  hangUp(run);
}

const STEPS: Readonly<Record<Phase, (run: Run, state: Listening) => Promise<Signal>>> = {
  connecting: connect,
  listening: hear,
  waiting: async (run, state) => {
    await run.sleep(waitMs(state, run.random()), run.signal);
    return { kind: 'rested' };
  },
  behind: async (run) => {
    await run.forgetPlace();
    return { kind: 'forgotten' };
  },
  stopped: () => Promise.resolve({ kind: 'withdrawn' }),
};

async function connect(run: Run, { renewKey }: Listening): Promise<Signal> {
  hangUp(run);
  const place = await run.loadPlace();
  if (place !== null && !isKept(new Date(place.storedAt), run.clock()))
    return { kind: 'lost_place' };
  const key = await run.keyOf(renewKey ? run.accessToken : undefined);
  run.accessToken = key.accessToken;
  const { topic } = run;
  const replayId = place?.replayId ?? null;
  run.stream = run.openStream({ ...key, topic, replayId, events: MOST_PENDING });
  return { kind: 'subscribed' };
}

async function hear(run: Run, state: Listening): Promise<Signal> {
  const { stream } = run;
  if (stream === null) return { kind: 'ended' };
  const events = moreToAsk(state);
  if (events > 0) {
    stream.ask(events);
    return { kind: 'asked', events };
  }
  const answer = await nextOrSilence(run, stream);
  if (answer === 'silent') return { kind: 'silent' };
  if (answer === null) return { kind: 'ended' };
  await take(run, stream, answer);
  return { kind: 'heard', pending: answer.pendingNumRequested };
}

async function nextOrSilence(run: Run, stream: EventStream): Promise<Answer | null | 'silent'> {
  const heard = new AbortController();
  const silence = run.sleep(SILENCE_MS, AbortSignal.any([run.signal, heard.signal]));
  try {
    return await Promise.race([stream.next(), silence.then(() => 'silent' as const)]);
  } finally {
    heard.abort();
  }
}

async function take(run: Run, stream: EventStream, answer: Answer): Promise<void> {
  const { events, latestReplayId } = answer;
  const ourUserId = events.length === 0 ? null : await run.ourUserId();
  const notices: ChangeNotice[] = [];
  for (const event of events) {
    const header = await headerOf(run, stream, event);
    if (header !== null) notices.push(...toNotices({ eventId: event.event.id, header }, ourUserId));
  }
  const replayId = events.at(-1)?.replayId ?? latestReplayId;
  if (replayId.length > 0) await run.keep({ notices, replayId });
}

/** Null: one event in a form that we do not know must not stop all that come after it. */
async function headerOf(
  { report }: Run,
  stream: EventStream,
  { event }: Answer['events'][number],
): Promise<ChangeHeader | null> {
  try {
    const readHeader = await stream.readHeaderOf(event.schemaId);
    return readHeader(event.payload);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    report(error);
    return null;
  }
}

/** A key that ends is how listening goes, and so is waiting for another worker's renewal; the rest is news. */
function takeTrouble({ report, signal, topic }: Run): (error: unknown) => Signal {
  return (error) => {
    const kind = troubleOf(error);
    const isNews = kind === 'failed' && !(error instanceof AppError && error.recovery === 'wait');
    if (isNews && !signal.aborted) report(notHeard(topic, error));
    return { kind };
  };
}

function notHeard(topic: string, cause: unknown): unknown {
  if (cause instanceof AppError) return cause;
  return new AppError(
    'crm_unavailable',
    `Salesforce broke off the change events of ${topic}. Attune listens again by itself; the nights read all the same.`,
    { recovery: 'retry', cause },
  );
}

function hangUp(run: Run): void {
  run.stream?.close();
  run.stream = null;
}
