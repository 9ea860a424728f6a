import { createContext, useContext } from 'react';
import type { Phrase } from './card-contract.ts';
import { CONTACT_TYPE, type CrmRecord } from './record-kind.ts';
import { renderMoment, renderPhrase, type Viewpoint } from './render-moment.ts';

/** What every part of the card may need to know of where it is shown. */
export type Viewing = Viewpoint &
  CrmRecord & {
    /** What the open record lets choose: on a deal a person, elsewhere a deal. */
    readonly chooses: 'person' | 'deal';
    /** Asks for the card once more. */
    readonly reload: () => void;
  };

export const ViewingContext = createContext<Viewing>({
  now: new Date(0),
  timeZone: 'UTC',
  objectId: 0,
  objectTypeId: CONTACT_TYPE,
  chooses: 'deal',
  reload: () => undefined,
});

export function useViewing(): Viewing {
  return useContext(ViewingContext);
}

export type Say = {
  readonly phrase: (phrase: Phrase) => string;
  readonly ago: (at: string) => string;
  readonly age: (at: string) => string;
  readonly day: (at: string) => string;
  /** A past date: "5 days ago" while a weekday could be mistaken for the coming one, then "12 March". */
  readonly date: (at: string) => string;
};

const WEEK_MS = 7 * 24 * 3_600_000;

/** Turns instants into words for this viewer. */
export function useSay(): Say {
  const viewing = useViewing();
  return {
    phrase: (phrase) => renderPhrase(phrase, viewing),
    ago: (at) => renderMoment({ at, as: 'ago' }, viewing),
    age: (at) => renderMoment({ at, as: 'age' }, viewing),
    day: (at) => renderMoment({ at, as: 'day' }, viewing),
    date: (at) => {
      const recent = viewing.now.getTime() - Date.parse(at) < WEEK_MS;
      return renderMoment({ at, as: recent ? 'ago' : 'day' }, viewing);
    },
  };
}
