import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderPhrase } from '../../../hubspot-app/src/app/cards/render-moment.ts';
import type { Moment } from '../../../shared/card.ts';
import { renderPhrase as renderInTheOrg } from '../../support/salesforce/lightning-modules.ts';

const instant = fc.date({
  min: new Date('2025-01-01T00:00:00.000Z'),
  max: new Date('2027-01-01T00:00:00.000Z'),
  noInvalidDate: true,
});
const moment: fc.Arbitrary<Moment> = fc.record({
  at: instant.map((date) => date.toISOString()),
  as: fc.constantFrom('day', 'ago', 'age', 'time'),
});
const timeZone = fc.constantFrom('UTC', 'Europe/London', 'America/New_York', 'Asia/Kolkata');

it('says every moment as the HubSpot card says it', () => {
  fc.assert(
    fc.property(moment, instant, timeZone, (at, now, zone) => {
      const phrase = ['Before ', at, '.'];
      const viewpoint = { now, timeZone: zone };
      expect(renderInTheOrg(phrase, viewpoint)).toBe(renderPhrase(phrase, viewpoint));
    }),
    { numRuns: 300 },
  );
});
