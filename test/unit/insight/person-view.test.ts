import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { viewPersons } from '../../../server/insight/person-view.ts';
import { aDealFile, anEvidence, day } from '../../support/cards/deal-file.ts';

describe('the order of what matters', () => {
  it('stays the same from one moment to the next where two needs weigh the same', () => {
    // 0.8 for a manner (× 0.7), 0.7 for words that cannot be understood alone (× 0.8).
    const heard = anEvidence({
      ...{ id: 'e1', driver: 'being_heard', pole: 'met', strength: 0.8, start: 0 },
      shown: 'You had also remembered our two weeks of closing',
    });
    const trust = anEvidence({
      ...{ id: 'e2', driver: 'trust', pole: 'met', strength: 0.7, start: 60 },
      shown: 'nobody else does that',
    });
    const file = aDealFile({ evidence: [heard, trust] });
    const minutes = fc.integer({ min: 0, max: 20 * 1_440 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const now = new Date(Date.parse(day(1)) + minute * 60_000).toISOString();
        const beliefs = viewPersons(file, now).flatMap((view) => view.beliefs);
        expect(beliefs.map(({ driver }) => driver)).toEqual(['being_heard', 'trust']);
      }),
    );
  });
});
