import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findBreach } from '../../../server/playbook/ethics-floor.ts';

describe('the ethics floor', () => {
  const refused = [
    ['Dana is anxious about it.', 'word_for_a_person'],
    ['A difficult buyer and a blocker.', 'word_for_a_person'],
    ['Push for the signature.', 'pressure'],
    ['Go over their head to the CFO.', 'pressure'],
    ['This price holds only until Friday.', 'invented_urgency'],
    ["Don't miss it.", 'invented_urgency'],
    ['Your rivals will leave you; you are falling behind.', 'fear'],
    ['You will regret waiting.', 'fear'],
    ['She asked twice.', 'guessed_pronoun'],
    ['Great news!', 'loud'],
    ['Well done 🎉', 'loud'],
  ] as const;

  it.each(refused)('refuses “%s” as %s', (text, rule) => {
    expect(findBreach(text)?.rule).toBe(rule);
  });

  it('lets kind plain words pass', () => {
    expect(findBreach('Answer the question in writing, with one example.')).toBeNull();
  });

  it('does not judge what the buyer wrote, in quotation marks', () => {
    expect(findBreach('Dana wrote “she is anxious and it is urgent!” 3 days ago.')).toBeNull();
  });

  it('takes no name of somebody in the deal for a word', () => {
    const names = new Set(['Chase', 'He']);
    expect(findBreach('Answer Chase’s question, and ask Chase what He needs.', names)).toBeNull();
    expect(findBreach('Ask Chase, and chase the rest.', names)?.words).toBe('chase');
    expect(findBreach('Chase them.')?.rule).toBe('pressure');
  });

  it('finds a refused word wherever it stands outside quotation marks', () => {
    const plain = fc.stringMatching(/^[a-z ]{0,20}$/);
    fc.assert(
      fc.property(
        plain,
        plain,
        fc.constantFrom('anxious', 'act now', 'regret'),
        (before, after, word) => {
          expect(findBreach(`${before} ${word} ${after}`)).not.toBeNull();
        },
      ),
    );
  });
});
