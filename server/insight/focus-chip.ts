import type { Focus } from '../../shared/card.ts';
import type { DealFile } from '../domain/deal-file.ts';
import type { PersonView } from './person-view.ts';

/** Whom and what the card names. Choices and the waiting line depend on the record that is open: filled at view. */
export function focusOf({ deal }: DealFile, { person, role }: PersonView): Focus {
  return {
    person: { id: person.id, name: person.name, title: person.title, role },
    deal: deal === null ? null : { id: deal.id, name: deal.name },
    choices: [],
    waiting: null,
  };
}
