import { AppError } from '../../../shared/errors.ts';
import type { CallAllowance } from '../port.ts';
import { noAnswer, unexpectedAnswer } from './errors.ts';

/** What came back over the wire, whole and in time. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  /** The `Retry-After` header as sent. */
  readonly retryAfter: string | null;
  /** What the rate limit headers say; null where there are none, as on search answers. */
  readonly allowance: CallAllowance | null;
}

/** A hundred mails of a megabyte fit; anything beyond is no page of ours. */
const ANSWER_LIMIT_BYTES = 128 * 1024 * 1024;

export interface AnswerBounds {
  /** What was asked, for the error's sentence. */
  readonly call: string;
  /** From now to the last byte. */
  readonly timeoutMs: number;
}

/** Throws `crm_unavailable` when nothing came in time, `crm_unexpected_answer` when too much came. */
export async function readAnswer(
  request: Promise<Response>,
  { call, timeoutMs }: AnswerBounds,
): Promise<Answer> {
  const deadline = AbortSignal.timeout(timeoutMs);
  try {
    const response = await orDeadline(request, deadline);
    const body = await readBody(response, deadline);
    if (body === null) throw unexpectedAnswer(call, 'was larger than we read', 'abort');
    const { status, headers } = response;
    return {
      status,
      body,
      retryAfter: headers.get('retry-after'),
      allowance: allowanceOf(headers),
    };
  } catch (error) {
    letGo(request);
    throw error instanceof AppError ? error : noAnswer(call, error);
  }
}

/** Daily headers are absent for marketplace apps (research/hubspot.md §4.4). */
function allowanceOf(headers: Response['headers']): CallAllowance | null {
  const number = (name: string): number | null => {
    const value = Number(headers.get(`x-hubspot-ratelimit-${name}`) ?? NaN);
    return Number.isSafeInteger(value) ? value : null;
  };
  const [calls, perMs] = [number('max'), number('interval-milliseconds')];
  return calls === null || perMs === null ? null : { calls, perMs, perDay: number('daily') };
}

/** Null when the answer is over the limit. */
async function readBody(response: Response, deadline: AbortSignal): Promise<string | null> {
  // The DOM's Response and Node's differ in the stream's chunk type; fetch yields bytes.
  const stream = response.body as ReadableStream<Uint8Array> | null;
  if (stream === null) return '';
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await orDeadline(reader.read(), deadline);
      if (done) return Buffer.concat(chunks).toString('utf8');
      size += value.byteLength;
      if (size > ANSWER_LIMIT_BYTES) return null;
      chunks.push(value);
    }
  } finally {
    reader.cancel().catch(ignore);
  }
}

async function orDeadline<T>(work: Promise<T>, deadline: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const expire = (): void => {
      reject(new Error('The time limit of the call has passed.'));
    };
    if (deadline.aborted) expire();
    deadline.addEventListener('abort', expire, { once: true });
    work.then(resolve, reject).finally(() => {
      deadline.removeEventListener('abort', expire);
    });
  });
}

/**
 * The transport takes no AbortSignal (api-client 14.0.1), so an answer that comes after the deadline is dropped when it
 * comes; one that never comes is ended by Node's own limit of five minutes.
 */
function letGo(request: Promise<Response>): void {
  request.then((response) => response.body?.cancel()).catch(ignore);
}

function ignore(): void {
  // The failure was already told to the caller.
}
