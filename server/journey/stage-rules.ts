import type { RuleSet } from './rule-language.ts';

/**
 * The first rule set. Counts of topics have no window, so that silence alone can never move a stage back; a buyer who
 * compares again moves it back in so many words.
 */
export const FIRST_RULES: RuleSet = {
  version: 1,
  confirmDaysForward: 1,
  confirmDaysBack: 5,
  rules: [
    {
      id: 'won',
      name: 'They are a customer',
      stage: 'retention',
      immediate: true,
      when: { signal: 'dealOutcome', op: 'in', value: ['won'], sentence: 'The deal is won.' },
    },
    {
      id: 'renewing',
      name: 'They live with it and a renewal is due',
      stage: 'retention',
      immediate: true,
      when: {
        signal: 'renewalPipeline',
        op: 'is',
        value: true,
        sentence: 'The deal is in a renewal pipeline.',
      },
    },
    {
      id: 'customer',
      name: 'They already work with it',
      stage: 'retention',
      immediate: false,
      when: {
        all: [
          { signal: 'dealOutcome', op: 'missing', sentence: 'There is no deal in this exchange.' },
          {
            signal: 'customerSigns',
            op: 'gte',
            value: 1,
            sentence: 'They wrote a ticket or a survey answer, or spoke of a renewal.',
          },
        ],
      },
    },
    {
      id: 'choosing',
      name: 'They are choosing and preparing to defend the choice',
      stage: 'decision',
      immediate: false,
      when: {
        all: [
          {
            any: [
              {
                all: [
                  {
                    any: [
                      {
                        signal: 'choosingAtOnce',
                        op: 'gte',
                        value: 2,
                        sentence:
                          'One mail of theirs raised two of price, security, legal, procurement, references, contract and dates.',
                      },
                      {
                        signal: 'choosingTopics',
                        op: 'gte',
                        value: 3,
                        sentence: 'Their mails raised three of these altogether.',
                      },
                    ],
                  },
                  {
                    signal: 'bindingTopics',
                    op: 'gte',
                    value: 1,
                    sentence: 'At least one of them binds: more than the price was raised.',
                  },
                ],
              },
              {
                signal: 'bindingInTalk',
                op: 'gte',
                value: 2,
                sentence: 'One call or meeting touched two of them, apart from the price.',
              },
              {
                signal: 'weighsTerms',
                op: 'is',
                value: true,
                sentence: 'They have said whether our price or terms seem just to them.',
              },
            ],
          },
          {
            signal: 'comparesAgain',
            op: 'is',
            value: false,
            sentence: 'They have not gone back to comparing options since.',
          },
        ],
      },
    },
    {
      id: 'exploring',
      name: 'They are exploring options',
      stage: 'consideration',
      immediate: false,
      when: {
        signal: 'explores',
        op: 'is',
        value: true,
        sentence: 'They met us, or wrote of a demo, requirements or other options.',
      },
    },
  ],
  fallback: {
    id: 'naming',
    name: 'They are naming a pain',
    stage: 'awareness',
    immediate: false,
  },
};
