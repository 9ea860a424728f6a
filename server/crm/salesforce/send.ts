import { Transport } from '@jsforce/jsforce-node/lib/transport.js';
import { noAnswer } from './errors.ts';

/** What came back over the wire, whole and in time. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface Sending {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** What is asked, for the error's sentence. */
  readonly call: string;
  /** From now to the last byte. */
  readonly timeoutMs: number;
}

/**
 * jsforce as transport only, one attempt: its retries, its refresh and its Bulk client are not sound (research/salesforce.md
 * §1.2), and naming no method that it may retry switches the first off (its lib/request.js, 3.12.0). Its own time limit ends
 * with the headers, so ours stands around it.
 */
export async function sendOnce(sending: Sending): Promise<Answer> {
  const { method, url, headers = {}, body, call, timeoutMs } = sending;
  const request = new Transport().httpRequest(
    { method, url, headers: { ...headers }, ...(body === undefined ? {} : { body }) },
    { retry: { methods: [] }, timeout: timeoutMs },
  );
  try {
    const answer = await inTime(request, timeoutMs);
    return { status: answer.statusCode, body: answer.body, headers: answer.headers ?? {} };
  } catch (error) {
    throw noAnswer(call, error);
  }
}

function inTime<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const timer = setTimeout(() => {
    reject(new Error('The time limit of the call has passed.'));
  }, timeoutMs);
  work.then(resolve, reject).finally(() => {
    clearTimeout(timer);
  });
  return promise;
}
