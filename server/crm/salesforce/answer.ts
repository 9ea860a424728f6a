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

export interface Fetching<T> {
  readonly timeoutMs: number;
  /** What becomes of a good answer's body, which is taken while it arrives and is in no `body`. */
  readonly take: (body: AsyncIterable<Uint8Array>, header: Answer['header']) => Promise<T>;
}

/** `taken` is null where the call was refused; then the body tells why. */
export interface TakenAnswer<T> extends Answer {
  readonly taken: { readonly value: T } | null;
}

/** Throws `crm_unavailable` when nothing came in time, `crm_unexpected_answer` when too much came. */
export async function fetchAnswer<T>(
  request: Request,
  { timeoutMs, take }: Fetching<T>,
): Promise<TakenAnswer<T>> {
  const call = nameOf(request);
  try {
    // The signal also ends a body that has begun and does not go on.
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(request, { signal, redirect: 'manual' });
    const { status, headers, ok } = response;
    const header = (name: string) => headers.get(name);
    const taken = ok ? { value: await take(bytesOf(response), header) } : null;
    return {
      ...{ status, header, taken },
      body: ok ? '' : await textOf(bytesOf(response)),
      retryAfter: header('retry-after'),
      day: dayUseOf(header('sforce-limit-info')),
    };
  } catch (error) {
    throw error instanceof AppError ? error : noAnswer(call, error);
  }
}

/** The same, with the body of every answer as text. */
export async function fetchText(request: Request, timeoutMs: number): Promise<Answer> {
  const answer = await fetchAnswer(request, { timeoutMs, take: textOf });
  return { ...answer, body: answer.taken?.value ?? answer.body };
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

export async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > ANSWER_LIMIT_BYTES)
      throw unexpectedAnswer('A call', 'was answered with more than we read', 'abort');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function* bytesOf(response: Response): AsyncGenerator<Uint8Array> {
  // The DOM's Response and Node's differ in the stream's chunk type; fetch yields bytes.
  const stream = response.body as ReadableStream<Uint8Array> | null;
  if (stream !== null) yield* stream;
}
