import { useState, type FormEvent } from 'react';
import type { BuyerMessageBody } from '../../shared/api/sandbox/post-buyer-message.ts';
import { MessageOutcome } from './MessageOutcome.tsx';
import type { Subject } from '../page/sandbox-client.ts';
import { useBuyerMessage } from './use-buyer-message.ts';

type Props = {
  /** Buyers write in a deal or on their own, not to a company's record. */
  readonly about: BuyerMessageBody['recordKind'];
  readonly subject: Subject;
  readonly onChanged: () => void;
};

const FORMS: readonly { readonly as: BuyerMessageBody['as']; readonly label: string }[] = [
  { as: 'mail', label: 'A mail from them' },
  { as: 'reply', label: 'A reply, with the last mail quoted below' },
  { as: 'note', label: 'A rep’s note of what they said' },
];

const SUGGESTION =
  'Thanks for the demo. I am still not sure what happens to our history if the migration slips, and I would have to defend this in front of our CFO.';

/** Writes into the stand-in CRM; everything after that takes the real way. */
export function BeTheBuyer({ about, subject, onChanged }: Props) {
  const [personId, setPersonId] = useState(subject.people[0]?.id ?? '');
  const [as, setAs] = useState<BuyerMessageBody['as']>('mail');
  const [text, setText] = useState(SUGGESTION);
  const { message, failed, waiting, send } = useBuyerMessage(onChanged);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send({ recordKind: about, recordId: subject.recordId, personId, as, text });
  };
  return (
    <article>
      <h2>Be the buyer</h2>
      <p>Write as one of them. It goes into the CRM, and the card changes within seconds.</p>
      <form onSubmit={submit} className="letter">
        <People subject={subject} personId={personId} onChoose={setPersonId} />
        <Forms as={as} onChoose={setAs} />
        <Words text={text} onWrite={setText} />
        <button type="submit" className="solid" disabled={waiting || text.trim() === ''}>
          {waiting ? 'On its way' : 'Send'}
        </button>
      </form>
      {failed && <p role="alert">It could not be sent. Please try again.</p>}
      {message && <MessageOutcome message={message} />}
    </article>
  );
}

type WordsProps = { readonly text: string; readonly onWrite: (text: string) => void };

function Words({ text, onWrite }: WordsProps) {
  return (
    <label className="letter-text">
      <span>Words</span>
      <textarea
        value={text}
        rows={4}
        maxLength={20_000}
        required
        data-testid="buyer-text"
        onChange={(event) => onWrite(event.target.value)}
      />
    </label>
  );
}

type PeopleProps = {
  readonly subject: Subject;
  readonly personId: string;
  readonly onChoose: (id: string) => void;
};

function People({ subject, personId, onChoose }: PeopleProps) {
  return (
    <label>
      <span>As</span>
      <select value={personId} onChange={(event) => onChoose(event.target.value)}>
        {subject.people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

type FormsProps = {
  readonly as: BuyerMessageBody['as'];
  readonly onChoose: (as: BuyerMessageBody['as']) => void;
};

function Forms({ as, onChoose }: FormsProps) {
  return (
    <label>
      <span>By</span>
      <select
        value={as}
        onChange={(event) =>
          onChoose(FORMS.find((each) => each.as === event.target.value)?.as ?? 'mail')
        }
      >
        {FORMS.map((each) => (
          <option key={each.as} value={each.as}>
            {each.label}
          </option>
        ))}
      </select>
    </label>
  );
}
