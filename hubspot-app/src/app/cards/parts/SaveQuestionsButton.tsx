import { postNote } from '../api.ts';
import type { Focus } from '../card-contract.ts';
import type { PostNoteResponse } from '../press-contract.ts';
import type { Told } from '../use-press.ts';
import { PressOnceButton } from './PressOnceButton.tsx';

const TOLD: Readonly<Record<PostNoteResponse['state'], Told>> = {
  created: { type: 'success', message: 'The note is on the record, with room for the answers.' },
  queued: { type: 'info', message: 'The note is on its way to the record.' },
};

/** One press, one note: the server knows which questions are open, and a second press is the same note. */
export function SaveQuestionsButton({ focus }: { readonly focus: Focus }) {
  return (
    <PressOnceButton
      label="Save the questions as a note"
      doneLabel="Saved as a note"
      primary={false}
      testId="save-questions"
      ask={async (origin, record) => {
        const asked = { ...record, dealId: focus.deal?.id ?? null, personId: focus.person.id };
        return TOLD[(await postNote(origin, asked)).state];
      }}
    />
  );
}
