import type { Driver, Pole } from '../../shared/vocabulary.ts';

interface NeedWords {
  readonly name: string;
  /** What the need is for, after its name: "to know enough to choose". */
  readonly aim: string;
  /** What would help, as a noun phrase: "A clear answer may be what …". */
  readonly remedy: string;
  /** What stands open while it is threatened, as a noun phrase for the list of concerns. */
  readonly open: string;
  /** What they did while it was threatened, in two halves: "twice" may stand between. */
  readonly raised: readonly [did: string, what: string];
  /** What may be said of the situation while it is met, as a clause. */
  readonly met: string;
  /** One word each for the Feels cell, always "may feel …". */
  readonly feels: Readonly<Record<Pole, string>>;
}

/** The twelve needs in words that we would let the buyer read. */
export const NEED_WORDS: Readonly<Record<Driver, NeedWords>> = {
  certainty: {
    name: 'Certainty',
    aim: 'to know enough to choose',
    remedy: 'a clear answer',
    open: 'A question without an answer',
    raised: ['asked something', 'that has no answer yet'],
    met: 'that question is settled',
    feels: { threatened: 'unsure', met: 'clear' },
  },
  safety: {
    name: 'Safety',
    aim: 'not to be harmed by a wrong choice',
    remedy: 'a fallback plan',
    open: 'A risk without a plan',
    raised: ['named a risk', 'that has no plan yet'],
    met: 'the risk is one they can carry',
    feels: { threatened: 'exposed', met: 'protected' },
  },
  trust: {
    name: 'Trust',
    aim: 'that our word holds',
    remedy: 'one version in writing',
    open: 'Statements that do not fit together',
    raised: ['pointed', 'to two versions of ours'],
    met: 'our word counts here',
    feels: { threatened: 'sceptical', met: 'trusting' },
  },
  control: {
    name: 'Control',
    aim: 'to decide at their own pace',
    remedy: 'room to decide',
    open: 'Room that was asked for',
    raised: ['asked', 'for room to decide'],
    met: 'the lead is theirs',
    feels: { threatened: 'pressured', met: 'in charge' },
  },
  ease: {
    name: 'Ease',
    aim: 'a load they can bear',
    remedy: 'a hand with the work',
    open: 'Work that nobody has hands for',
    raised: ['said', 'that hands are missing for this'],
    met: 'it fits into their days',
    feels: { threatened: 'overloaded', met: 'at ease' },
  },
  relief: {
    name: 'Relief',
    aim: 'to end a present pain',
    remedy: 'an end to that',
    open: 'A trouble that goes on',
    raised: ['named a trouble', 'that goes on'],
    met: 'the old trouble is behind them',
    feels: { threatened: 'fed up', met: 'relieved' },
  },
  progress: {
    name: 'Progress',
    aim: 'hope of a better state',
    remedy: 'a result they can see',
    open: 'A result still in doubt',
    raised: ['doubted', 'that it would change much'],
    met: 'there is a hope to build on',
    feels: { threatened: 'doubtful', met: 'hopeful' },
  },
  recognition: {
    name: 'Recognition',
    aim: 'to be seen for their part',
    remedy: 'credit for their part',
    open: 'A part that went unseen',
    raised: ['said', 'that their part went unseen'],
    met: 'this is theirs to show',
    feels: { threatened: 'overlooked', met: 'valued' },
  },
  alignment: {
    name: 'Alignment',
    aim: 'colleagues who stand together',
    remedy: 'common ground',
    open: 'Colleagues who see it differently',
    raised: ['said', 'that colleagues see it differently'],
    met: 'the others stand behind it',
    feels: { threatened: 'divided', met: 'backed' },
  },
  fairness: {
    name: 'Fairness',
    aim: 'a price and terms that are just',
    remedy: 'plainly fair terms',
    open: 'Terms that do not seem just',
    raised: ['asked', 'whether the terms are just'],
    met: 'the price is settled',
    feels: { threatened: 'short-changed', met: 'fairly treated' },
  },
  continuity: {
    name: 'Continuity',
    aim: 'to keep what works',
    remedy: 'keeping what works',
    open: 'Something that works and should stay',
    raised: ['spoke', 'for the way they work today'],
    met: 'they are ready to let the old way go',
    feels: { threatened: 'attached to what works', met: 'ready to let go' },
  },
  being_heard: {
    name: 'Being heard',
    aim: 'that we listen and act',
    remedy: 'the answer we owe',
    open: 'An answer still owed',
    raised: ['reminded us', 'of an answer still owed'],
    met: 'our answer arrived',
    feels: { threatened: 'ignored', met: 'understood' },
  },
};
