import { hubspot } from '@hubspot/ui-extensions';
import type { Card, GetCardResponse } from './card-contract.ts';
import type {
  PostDoNotAnalyseBody,
  PostNoteBody,
  PostNoteResponse,
  PostRefreshBody,
  PostRefreshResponse,
  PostSlotVerdictBody,
  PostTaskBody,
  PostTaskResponse,
  PostVerdictBody,
} from './press-contract.ts';
import type { RecordKind } from './record-kind.ts';

/** HubSpot gives up after 15 s and asks again once on its own; a rep should not wait that long. */
const TIMEOUT_MS = 8_000;

export type CardRequest = {
  /** Our server, from the project's profile. */
  readonly origin: string;
  readonly recordKind: RecordKind;
  readonly recordId: string;
  /** A key of `focus.choices`; null lets the focus rule decide. */
  readonly choice: string | null;
};

/** Null: the record is not known to Attune yet. Throws when the server cannot be reached or answers with an error. */
export async function getCard({
  origin,
  recordKind,
  recordId,
  choice,
}: CardRequest): Promise<Card | null> {
  const query = choice === null ? '' : `?choice=${encodeURIComponent(choice)}`;
  const url = `${origin}/v1/cards/${recordKind}/${encodeURIComponent(recordId)}${query}`;
  const answer = await hubspot.fetch(url, { method: 'GET', timeout: TIMEOUT_MS });
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`The card could not be loaded (${answer.status}).`);
  const { card } = (await answer.json()) as GetCardResponse; // our own server's answer, checked there
  return card;
}

/** Every one of them may be sent twice: HubSpot repeats a request that met a server error. */
export async function postVerdict(origin: string, verdict: PostVerdictBody): Promise<void> {
  await post(`${origin}/v1/verdicts`, verdict);
}

export async function postSlotVerdict(origin: string, verdict: PostSlotVerdictBody): Promise<void> {
  await post(`${origin}/v1/slot-verdicts`, verdict);
}

export async function postTask(origin: string, task: PostTaskBody): Promise<PostTaskResponse> {
  return (await post(`${origin}/v1/tasks`, task)) as PostTaskResponse; // our own server's answer
}

export async function postNote(origin: string, note: PostNoteBody): Promise<PostNoteResponse> {
  return (await post(`${origin}/v1/notes`, note)) as PostNoteResponse; // our own server's answer
}

export async function postRefresh(
  origin: string,
  record: PostRefreshBody,
): Promise<PostRefreshResponse> {
  return (await post(`${origin}/v1/refresh`, record)) as PostRefreshResponse; // our own server's answer
}

export async function postDoNotAnalyse(
  origin: string,
  record: PostDoNotAnalyseBody,
): Promise<void> {
  await post(`${origin}/v1/do-not-analyse`, record);
}

/** For admins; the server asks HubSpot whether this is one. */
export async function postRelease(origin: string, record: PostDoNotAnalyseBody): Promise<void> {
  await post(`${origin}/v1/do-not-analyse/release`, record);
}

/** Our server's own sentence, fit for a rep to read. */
export class Refusal extends Error {}

/** Throws `Refusal` when the server says why not. */
async function post(url: string, body: Readonly<Record<string, unknown>>): Promise<unknown> {
  const answer = await hubspot.fetch(url, {
    method: 'POST',
    timeout: TIMEOUT_MS,
    body: { ...body },
  });
  if (answer.ok) return answer.json();
  if (TOLD.has(answer.status)) {
    const { error } = (await answer.json()) as { error?: { message?: string } }; // our own server's answer
    throw new Refusal(error?.message ?? UNTOLD);
  }
  throw new Error(`The press was answered with ${answer.status}.`);
}

const UNTOLD = 'Attune did not take this. Please open the record again.';
/** Not permitted, changed since, refused by HubSpot's own rules: the sentences of these are written for reps. */
const TOLD: ReadonlySet<number> = new Set([403, 409, 422]);
