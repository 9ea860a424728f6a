import { useEffect, useState } from 'react';
import { getCard, type CardRequest } from './api.ts';
import type { Card } from './card-contract.ts';

export type CardState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'unknown_record' }
  | { readonly kind: 'ready'; readonly card: Card; readonly now: Date };

const LOADING: CardState = { kind: 'loading' };

/** One GET for each record, choice and attempt; an answer to an older question is dropped. */
export function useCard({ origin, recordKind, recordId, choice }: CardRequest) {
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<{ key: string; state: CardState } | null>(null);
  const key = JSON.stringify([origin, recordKind, recordId, choice, attempt]);
  useEffect(() => {
    let current = true;
    void load({ origin, recordKind, recordId, choice }).then((state) => {
      if (current) setAnswer({ key, state });
    });
    return () => {
      current = false;
    };
  }, [key, origin, recordKind, recordId, choice]);
  return {
    state: answer?.key === key ? answer.state : LOADING,
    tryAgain: () => setAttempt((count) => count + 1),
  };
}

async function load(request: CardRequest): Promise<CardState> {
  try {
    const card = await getCard(request);
    return card === null ? { kind: 'unknown_record' } : { kind: 'ready', card, now: new Date() };
  } catch {
    return { kind: 'failed' };
  }
}
