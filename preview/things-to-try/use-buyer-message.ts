import { useEffect, useState } from 'react';
import type { BuyerMessage } from '../../shared/api/sandbox/get-buyer-message.ts';
import type { BuyerMessageBody } from '../../shared/api/sandbox/post-buyer-message.ts';
import { getBuyerMessage, postBuyerMessage } from '../page/sandbox-client.ts';

const POLL_MS = 400;

type Sent = { readonly id: string; readonly message: BuyerMessage | null };

/** Sends a message and follows it until it is settled; then tells so once. */
export function useBuyerMessage(onSettled: () => void) {
  const [sent, setSent] = useState<Sent | null>(null);
  const [failed, setFailed] = useState(false);
  const id = sent?.id;
  useEffect(() => {
    if (id === undefined) return undefined;
    const timer = setInterval(() => {
      void getBuyerMessage(id).then(
        (message) => {
          setSent({ id, message });
          if (!isSettled(message)) return;
          clearInterval(timer);
          onSettled();
        },
        () => undefined,
      );
    }, POLL_MS);
    return () => clearInterval(timer);
  }, [id, onSettled]);

  const send = (body: BuyerMessageBody): Promise<void> => {
    setFailed(false);
    return postBuyerMessage(body).then(
      ({ messageId }) => setSent({ id: messageId, message: null }),
      () => setFailed(true),
    );
  };
  const message = sent?.message ?? null;
  return { message, failed, send, waiting: sent !== null && !(message && isSettled(message)) };
}

/** Nothing more will come of it: it is on the card, or nothing was found in it. */
function isSettled({ state, nothingBecause }: BuyerMessage): boolean {
  return state === 'on_the_card' || nothingBecause !== null;
}
