import { expect, it } from '@jest/globals';
import { DRIVER_WORDS } from '../../../hubspot-app/src/app/cards/words.ts';
import { NEED_WORDS } from '../../../server/domain/need-words.ts';
import { DRIVERS } from '../../../shared/vocabulary.ts';

/** HubSpot packages only what lies in the card's folder, so the names stand there once more. */
it('a need has one name, in the card’s own words as in the sentences of the server', () => {
  const names = DRIVERS.map((driver) => [driver, NEED_WORDS[driver].name]);
  expect(DRIVER_WORDS).toEqual(Object.fromEntries(names));
});
