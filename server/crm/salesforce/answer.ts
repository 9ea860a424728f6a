import { AppError } from '../../../shared/errors.ts';
import type { DayUse } from '../port.ts';
import { noAnswer, unexpectedAnswer } from './errors.ts';

/** What came back over the wire, whole and in time. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly retryAfter: string | null;
  readonly day: DayUse | null;
  /** Any other header, by its lower-case name; null: absent. */
  readonly header: (name: string) => string | null;
}

/** Two thousand rows with long texts fit; Bulk results are asked for in parts that stay well below. */
const ANSWER_LIMIT_BYTES = 128 * 1024 * 1024;

/** Takes a good answer's body while it arrives. */
export type TakeBody = (body: AsyncIterable<Uint8Array>, header: Answer['header']) => Promise<void>;

export interface Fetching {
  readonly timeoutMs: number;
  /** Absent: the body is read whole. With it `body` stays empty unless the call was refused. */
  readonly take?: TakeBody | undefined;
}

/** Throws `crm_unavailable` when nothing came in time, `crm_unexpected_answer` when too much came. */
export async function fetchAnswer(
  request: Request,
  { timeoutMs, take }: Fetching,
): Promise<Answer> {
  const call = nameOf(request);
  try {
    // The signal also ends a body that has begun and does not go on.
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(request, { signal, redirect: 'manual' });
    const { status, headers } = response;
    const isTaken = take !== undefined && response.ok;
    const body = isTaken ? '' : await readBody(response);
    if (isTaken) await take(bytesOf(response), (name) => headers.get(name));
    if (body === null) throw unexpectedAnswer(call, 'was larger than we read', 'abort');
    return {
      status,
      body,
      retryAfter: headers.get('retry-after'),
      day: dayUseOf(headers.get('sforce-limit-info')),
      header: (name) => headers.get(name),
    };
  } catch (error) {
    throw error instanceof AppError ? error : noAnswer(call, error);
  }
}

/** Method and path: the query of a question may hold addresses and stays out of sentences. */
function nameOf({ method, url }: Request): string {
  return `${method} ${new URL(url).pathname}`;
}

/** "api-usage=25/15000", perhaps with others of its kind behind semicolons or commas (research/salesforce.md §1.2). */
export function dayUseOf(header: string | null): DayUse | null {
  const found = /(?:^|[;,\s])api-usage=(\d{1,12})\/(\d{1,12})/.exec(header ?? '');
  return found === null ? null : { used: Number(found[1]), limit: Number(found[2]) };
}

/** Null when the answer is over the limit. */
async function readBody(response: Response): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytesOf(response)) {
    size += chunk.byteLength;
    if (size > ANSWER_LIMIT_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function* bytesOf(response: Response): AsyncGenerator<Uint8Array> {
  // The DOM's Response and Node's differ in the stream's chunk type; fetch yields bytes.
  const stream = response.body as ReadableStream<Uint8Array> | null;
  if (stream !== null) yield* stream;
}
