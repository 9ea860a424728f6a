import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chooseBySeed } from '../../../server/playbook/choose.ts';
import { fillTemplate } from '../../../server/playbook/fill-template.ts';
import { inQuotes } from '../../../server/playbook/quote-words.ts';
import { factsOf, timesWord, verbOf } from '../../../server/playbook/situation.ts';
import {
  NOW,
  aDealFile,
  aMeeting,
  aPerson,
  anEvidence,
  day,
} from '../../support/cards/deal-file.ts';
import { renderPhrase } from '../../support/cards/render-phrase.ts';
import { aSituation } from '../../support/cards/situation.ts';

describe('a template', () => {
  it('is filled with the facts of the deal', () => {
    expect(fillTemplate('{first} asked {times}.', { first: ['Dana'], times: ['twice'] })).toEqual([
      'Dana asked twice.',
    ]);
  });

  it('is not shown when a fact is missing, or when it holds none', () => {
    expect(fillTemplate('{first} asked {times}.', { first: ['Dana'] })).toBeNull();
    expect(fillTemplate('Be kind to {first}.', { first: ['Dana'] })).toBeNull();
  });

  it('sets no full stop after a question in quotation marks', () => {
    expect(fillTemplate('{words}. And?', { first: ['D'], words: ['“Why?”'] })).toEqual([
      '“Why?” And?',
    ]);
  });
});

describe('a quote', () => {
  it('is never cut in mid-sentence: what does not fit is left out', () => {
    expect(inQuotes('what happens to a half-finished card when the boat', 30)).toBeNull();
  });

  it('gives its question or its first sentence where the whole is too long', () => {
    const two = 'You said 48 on the phone. The contract in my inbox says 54.2.';
    expect(inQuotes(two, 40)).toBe('“You said 48 on the phone”');
    const asked = 'I have read it all twice now. Who pays for the second system?';
    expect(inQuotes(asked, 40)).toBe('“Who pays for the second system?”');
    expect(inQuotes(`Hm. ${'and so on '.repeat(9)}`, 40)).toBeNull();
  });

  it('keeps a question mark, drops a full stop, and turns inner quotation marks', () => {
    expect(inQuotes('why?', 20)).toBe('“why?”');
    expect(inQuotes('so be it.', 20)).toBe('“so be it”');
    expect(inQuotes('“yes” they say', 20)).toBe('“‘yes’ they say”');
  });

  it('is never longer than allowed, and never other than what was written', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z]{1,12}( [a-z]{1,12}){0,12}$/),
        fc.integer({ min: 16, max: 90 }),
        (text, limit) => {
          expect(inQuotes(text, limit)).toBe(text.length <= limit ? `“${text}”` : null);
        },
      ),
    );
  });
});

describe('a choice by seed', () => {
  it('is the same every time, one of the options, and nothing where there is none', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.string(), (options, seed) => {
        expect(options).toContain(chooseBySeed(options, seed));
        expect(chooseBySeed(options, seed)).toBe(chooseBySeed(options, seed));
      }),
    );
    expect(chooseBySeed([], 'a')).toBeNull();
  });

  it('spreads over the options', () => {
    const chosen = Array.from({ length: 300 }, (_, index) =>
      chooseBySeed(['a', 'b', 'c'], `person ${index}`),
    );
    for (const option of ['a', 'b', 'c']) {
      expect(chosen.filter((each) => each === option).length).toBeGreaterThan(60);
    }
  });
});

describe('the facts of a situation', () => {
  const facts = (over: Parameters<typeof aDealFile>[0], more = {}) => {
    const situation = aSituation(aDealFile(over), more);
    const [belief] = situation.beliefs;
    if (belief === undefined) throw new Error('The file gives no belief.');
    return factsOf(situation, belief);
  };
  const say = (text: Parameters<typeof renderPhrase>[0] = []) =>
    renderPhrase(text, { now: NOW, timeZone: 'Europe/London' });

  it('name how the words reached us', () => {
    expect(verbOf(anEvidence())).toBe('asked');
    expect(verbOf(anEvidence({ shown: 'not sure', activityKind: 'call' }))).toBe('said');
    expect(verbOf(anEvidence({ shown: 'not sure' }))).toBe('wrote');
  });

  it('do not claim of a rep’s note that the buyer wrote it', () => {
    const evidence = [
      anEvidence({
        status: 'reported',
        notedBySellerId: 'sam',
        shown: 'Dana worried',
        driver: 'relief',
      }),
    ];
    const noted = facts({ evidence });
    expect(say(noted.You_said)).toBe('From our talk I noted “Dana worried”');
    expect(say(noted.fact)).toBe('Sam noted it 3 days ago');
    expect(say(noted.Your_fact)).toBe('We spoke of this 3 days ago');
  });

  it('call an unknown noter a colleague', () => {
    const evidence = [anEvidence({ status: 'reported', notedBySellerId: 'x', driver: 'relief' })];
    expect(say(facts({ evidence }).fact)).toBe('a colleague noted it 3 days ago');
  });

  it('speak of the meeting only within the week, and of a call as a call', () => {
    const evidence = [anEvidence()];
    expect(say(facts({ evidence }, { meeting: aMeeting({ kind: 'call' }) }).meeting)).toBe(
      'Thursday’s call',
    );
    expect(facts({ evidence }, { meeting: aMeeting({ at: day(8) }) }).meeting).toBeUndefined();
  });

  it('name the colleague when there is exactly one who may be named', () => {
    const evidence = [anEvidence()];
    const eilidh = aPerson({ id: 'eilidh', name: 'Dr. Eilidh Innes' });
    expect(facts({ evidence, persons: [aPerson(), eilidh] }).colleague).toEqual(['Eilidh']);
    expect(
      facts({ evidence, persons: [aPerson(), { ...eilidh, doNotAnalyse: true }] }).colleague,
    ).toBeUndefined();
  });

  it('count in words', () => {
    expect([1, 2, 3, 9].map(timesWord)).toEqual(['once', 'twice', 'three times', '9 times']);
  });
});
