import type { BuyerMessage } from '../../shared/api/sandbox/get-buyer-message.ts';
import type { Night } from '../../shared/api/sandbox/get-night.ts';
import type { Receipts } from '../../shared/api/sandbox/get-receipts.ts';
import type { Subjects } from '../../shared/api/sandbox/get-subjects.ts';
import type { BuyerMessageBody } from '../../shared/api/sandbox/post-buyer-message.ts';
import type { SignedFetchBody } from '../../shared/api/sandbox/post-signed-fetch.ts';
import type { FetchAnswer } from '../card-host/worker.ts';

export type Subject = Subjects['subjects'][number];
export type Viewer = Subjects['viewers'][number];

export const getNight = () => ask<Night>('/sandbox/night');
export const getSubjects = () => ask<Subjects>('/sandbox/subjects');
export const getReceipts = () => ask<Receipts>('/sandbox/receipts');
export const getBuyerMessage = (id: string) =>
  ask<BuyerMessage>(`/sandbox/buyer-messages/${encodeURIComponent(id)}`);
export const postBuyerMessage = (body: BuyerMessageBody) =>
  ask<{ readonly messageId: string }>('/sandbox/buyer-messages', body);
export const signedFetch = (body: SignedFetchBody) =>
  ask<FetchAnswer>('/sandbox/signed-fetch', body);

/** Our own server on our own address; what it answers was checked there against the same contract. */
export async function ask<Answer>(path: string, body?: object): Promise<Answer> {
  const answer = await fetch(path, body && post(body));
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}.`);
  return (await answer.json()) as Answer;
}

function post(body: object): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}
