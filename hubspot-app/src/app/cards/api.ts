import { hubspot } from '@hubspot/ui-extensions';
import type { Card, GetCardResponse, PostVerdictBody } from './card-contract.ts';
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

/** Idempotent: HubSpot repeats a request that met a server error. */
export async function postVerdict(origin: string, verdict: PostVerdictBody): Promise<void> {
  const answer = await hubspot.fetch(`${origin}/v1/verdicts`, {
    method: 'POST',
    timeout: TIMEOUT_MS,
    body: { ...verdict },
  });
  if (!answer.ok) throw new Error(`The answer could not be saved (${answer.status}).`);
}
