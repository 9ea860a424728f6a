import { describe, expect, it } from '@jest/globals';
import { mostTelling, tellingPoints } from '../../../server/domain/lead-quote.ts';
import { anEvidence, day } from '../../support/cards/deal-file.ts';

describe('the most telling quote', () => {
  it('can be understood alone', () => {
    const whole = 'What happens if the migration slips past that night?';
    for (const vague of ['I ask it a second time', 'I do not know that', 'a card when the']) {
      expect(tellingPoints(vague)).toBeLessThan(tellingPoints(whole));
    }
  });

  it('is the newest of those that tell as much, whatever their order', () => {
    const [old, young] = [day(-20), day(-2)].map((at) => anEvidence({ activityId: at, at }));
    expect(mostTelling([old, young].filter((each) => each !== undefined))).toBe(young);
    expect(mostTelling([young, old].filter((each) => each !== undefined))).toBe(young);
  });

  it('is their own before what we noted, and tied to this deal before shared', () => {
    const own = anEvidence({ id: 'own' });
    const noted = anEvidence({ id: 'noted', status: 'reported' });
    const shared = anEvidence({ id: 'shared', tie: { kind: 'shared', dealIds: ['d1', 'd2'] } });
    expect(mostTelling([noted, shared, own])).toBe(own);
  });

  it('is nothing where nothing was said', () => {
    expect(mostTelling([])).toBeUndefined();
  });
});
