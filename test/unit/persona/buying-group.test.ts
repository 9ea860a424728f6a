import { describe, expect, it } from '@jest/globals';
import { foldBeliefs } from '../../../server/domain/fold-beliefs.ts';
import type { Evidence } from '../../../server/domain/evidence.ts';
import type { BuyingRole } from '../../../shared/vocabulary.ts';
import { describeGroup } from '../../../server/persona/buying-group.ts';
import { NOW, aPerson, anEvidence } from '../../support/cards/deal-file.ts';

function member(id: string, role: BuyingRole | null, evidence: Partial<Evidence> | null) {
  const own = evidence === null ? [] : [anEvidence({ ...evidence, personId: id })];
  const name = `${id.charAt(0).toUpperCase()}${id.slice(1)} Innes`;
  return {
    person: aPerson({ id, name }),
    role,
    beliefs: foldBeliefs({ evidence: own, verdicts: [] }, NOW),
  };
}

describe('the buying group', () => {
  it('says where two persons pull apart, whichever is named first', () => {
    const dana = member('dana', null, { driver: 'safety' });
    const eilidh = member('eilidh', null, { driver: 'safety', pole: 'met' });
    const sentence = 'Safety is there for Eilidh and still open for Dana.';
    expect(describeGroup([dana, eilidh], null)).toEqual([sentence]);
    expect(describeGroup([eilidh, dana], null)).toEqual([sentence]);
  });

  it('makes no conflict of hints, of the same pole or of different needs', () => {
    const dana = member('dana', null, { driver: 'safety' });
    const others = [
      member('bo', null, { driver: 'safety', pole: 'met', status: 'implied' }),
      member('cy', null, { driver: 'safety' }),
      member('di', null, { driver: 'trust', pole: 'met' }),
      member('ed', null, null),
    ];
    expect(describeGroup([dana, ...others], null)).toEqual([]);
  });

  it('asks for the roles a stage needs and nobody fills', () => {
    expect(describeGroup([member('dana', 'user', null)], 'consideration')).toHaveLength(1);
    expect(describeGroup([member('dana', 'economic_buyer', null)], 'decision')[0]).toMatch(
      /carry this/,
    );
    expect(describeGroup([member('dana', null, null)], 'awareness')).toEqual([]);
  });
});
