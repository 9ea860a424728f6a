import { readActivity } from '../../server/inference/read-activity.ts';
import type { ActivityReading, Participant, ReadingInput } from '../../server/inference/reading.ts';

export const DANA: Participant = {
  id: 'dana',
  side: 'buyer',
  name: 'Dana Whitlock',
  title: 'Head of Operations',
};
export const OMAR: Participant = {
  id: 'omar',
  side: 'buyer',
  name: 'Omar Farouk-Lindt',
  title: 'Chief Financial Officer',
};
export const SAM: Participant = {
  id: 'sam',
  side: 'seller',
  name: 'Sam Okafor',
  title: 'Account Manager',
};

/** A buyer's mail, unless the rest says otherwise. */
export function inputOf(text: string, rest: Partial<ReadingInput> = {}): ReadingInput {
  return {
    kind: 'email',
    direction: 'in',
    author: DANA.id,
    people: [DANA, OMAR, SAM],
    text,
    ...rest,
  };
}

export function readMail(text: string, rest: Partial<ReadingInput> = {}): ActivityReading {
  return readActivity(inputOf(text, rest));
}

/** A rep's note about Dana and Omar. */
export function readNote(
  text: string,
  people: readonly Participant[] = [DANA, SAM],
): ActivityReading {
  return readActivity({ kind: 'note', direction: null, author: SAM.id, people, text });
}

export function readTranscript(text: string): ActivityReading {
  return readActivity(inputOf(text, { kind: 'call', author: null, direction: null }));
}

/** "safety/threatened" of each reading, in the text's order. */
export function needsOf({ readings }: ActivityReading): readonly string[] {
  return readings.map(({ driver, pole }) => `${driver}/${pole}`);
}
