import { createRenderer } from '@hubspot/ui-extensions/testing';
import { LoadingSpinner } from '@hubspot/ui-extensions';
import type { Card, InsightCard } from '../src/app/cards/card-contract.ts';
import { CardView } from '../src/app/cards/CardView.tsx';
import { designedCard, type DesignedState } from '../../preview/designed-states/designed-states.ts';

type Sent = { readonly url: string; readonly method: string; readonly body: unknown };
type Answering = (sent: Sent) => Promise<Response>;

export const DEAL = { objectId: 9001, objectTypeId: '0-3' };
export const CONTACT = { objectId: 7101, objectTypeId: '0-1' };
export const COMPANY = { objectId: 8001, objectTypeId: '0-2' };
export const NOW = new Date('2026-03-10T09:00:00.000Z');

/** `hubspot.fetch` is the worker's `hsFetch`, for which HubSpot's library has no stand-in. */
export function serve(answer: Answering) {
  const sent: Sent[] = [];
  Object.assign(globalThis, {
    self: globalThis,
    hsFetch: (url: string, options: { method: string; body?: unknown }) => {
      const request = { url, method: options.method, body: options.body };
      sent.push(request);
      return answer(request);
    },
  });
  return sent;
}

export function answerWith(card: Card): Answering {
  return async ({ method }) =>
    Response.json(method === 'POST' ? { saved: true } : { card, tenantTimeZone: 'Europe/London' });
}

/** The card as the renderer shows it, before the first answer. */
export function openCard(answer: Answering, crm = DEAL) {
  const sent = serve(answer);
  const renderer = createRenderer('crm.record.sidebar');
  Object.assign(renderer.mocks.context, {
    crm,
    variables: { APP_ORIGIN: 'https://attune.example' },
  });
  renderer.render(<CardView />);
  return { renderer, sent };
}

/** The card after its answer. */
export async function readCard(card: Card, crm = DEAL) {
  const opened = openCard(answerWith(card), crm);
  await opened.renderer.waitFor(() => {
    if (opened.renderer.maybeFind(LoadingSpinner)) throw new Error('still loading');
  });
  return opened;
}

export function designed(state: DesignedState): Card {
  const card = designedCard(state, NOW);
  if (card === null) throw new Error(`${state} is no card.`);
  return card;
}

export function insight(): InsightCard {
  const card = designed('insight');
  if (card.kind !== 'insight') throw new Error('The designed insight is another kind of card.');
  return card;
}

/** An answer, its body and what is drawn of it take some turns of the event loop each. */
const TURNS = 10;

/** Lets pending promises of a press settle. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) await new Promise((done) => setTimeout(done, 0));
}

/** Waits for what a busy machine may be late with; a test that waits in vain ends by Jest's own limit. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await settle();
}
