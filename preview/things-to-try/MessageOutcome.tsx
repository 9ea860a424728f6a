import type { BuyerMessage } from '../../shared/api/sandbox/get-buyer-message.ts';
import { markText } from './mark-text.ts';

const STATES: Readonly<Record<BuyerMessage['state'], string>> = {
  sent: 'In the CRM. Attune is being told.',
  read: 'Read. The card is being written.',
  on_the_card: 'On the card.',
};

function describeState({ state, nothingBecause }: BuyerMessage): string {
  return nothingBecause === null ? STATES[state] : 'Read.';
}

/** The message as it stands in the CRM, with the words that counted marked. */
export function MessageOutcome({ message }: { readonly message: BuyerMessage }) {
  return (
    <div className="outcome" role="status" data-testid="outcome" data-state={message.state}>
      <p className="outcome-state">{describeState(message)}</p>
      {message.nothingBecause !== null && <p data-testid="nothing">{message.nothingBecause}</p>}
      <blockquote>
        {markText(message.text, message.marks).map((part) =>
          part.mark === null ? (
            <span key={part.start}>{part.text}</span>
          ) : (
            <mark key={part.start} data-testid="mark">
              {part.text}
              <small>{part.mark}</small>
            </mark>
          ),
        )}
      </blockquote>
    </div>
  );
}
