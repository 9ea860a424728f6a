import type { Driver, MapCell, Pole } from '../../shared/vocabulary.ts';

/** A thought we suppose, and what would show that we are wrong. */
export interface Thought {
  readonly may: string;
  readonly refutedBy: string;
}

export const THOUGHTS: Readonly<Record<Driver, Readonly<Record<Pole, Thought>>>> = {
  certainty: {
    threatened: {
      may: 'there is not enough to decide on yet',
      refutedBy: 'they pass the answer on to others',
    },
    met: { may: 'enough is known to choose', refutedBy: 'the same question comes back' },
  },
  safety: {
    threatened: {
      may: 'a wrong choice would land on their desk',
      refutedBy: 'they name a risk they can live with',
    },
    met: {
      may: 'the risk is one they can carry',
      refutedBy: 'they ask for exits or references again',
    },
  },
  trust: {
    threatened: {
      may: 'what we say and what we do differ',
      refutedBy: 'they rely on a word of ours unasked',
    },
    met: { may: 'our word can be relied on', refutedBy: 'they ask to have it in writing' },
  },
  control: {
    threatened: {
      may: 'the pace is set by us and not by them',
      refutedBy: 'they propose the next date',
    },
    met: { may: 'they hold the reins here', refutedBy: 'they ask for fewer mails or more time' },
  },
  ease: {
    threatened: {
      may: 'this adds work that nobody has hands for',
      refutedBy: 'they name who will do it',
    },
    met: {
      may: 'this can be done beside the daily work',
      refutedBy: 'they ask for help with the load',
    },
  },
  relief: {
    threatened: {
      may: 'it cannot go on like this',
      refutedBy: 'they say that they can live with it',
    },
    met: { may: 'the trouble is behind them', refutedBy: 'the same trouble is reported again' },
  },
  progress: {
    threatened: {
      may: 'this would not change much',
      refutedBy: 'they describe what they would do with it',
    },
    met: {
      may: 'something better is within reach',
      refutedBy: 'they stop speaking of what comes after',
    },
  },
  recognition: {
    threatened: {
      may: 'their part in this goes unseen',
      refutedBy: 'they are asked and named by colleagues',
    },
    met: { may: 'this is theirs to show', refutedBy: 'someone else presents it' },
  },
  alignment: {
    threatened: {
      may: 'colleagues would not stand behind it',
      refutedBy: 'a colleague speaks for it unasked',
    },
    met: { may: 'the others stand behind it', refutedBy: 'a colleague raises an objection' },
  },
  fairness: {
    threatened: { may: 'the terms favour us', refutedBy: 'they call the price worth it' },
    met: { may: 'the price is what it should be', refutedBy: 'they compare it with others again' },
  },
  continuity: {
    threatened: {
      may: 'what they have works well enough',
      refutedBy: 'they speak of letting the old way go',
    },
    met: { may: 'the time for a change has come', refutedBy: 'they postpone it to another year' },
  },
  being_heard: {
    threatened: {
      may: 'we did not listen the first time',
      refutedBy: 'they thank us for an answer',
    },
    met: { may: 'we listen and act on it', refutedBy: 'they have to say something twice' },
  },
};

/** What to ask where nothing is known yet. */
export const CELL_QUESTIONS: Readonly<Record<MapCell, string>> = {
  tasks: 'What is on your desk this month, apart from this?',
  influences: 'Whose advice counts for you here?',
  risks: 'What would make this go wrong for you?',
  goals: 'How would you know, in a year, that it was worth it?',
  pains: 'Which part of the present way costs you most?',
  sees: 'What else have you looked at?',
  hears: 'What do your colleagues say about it?',
  says: 'How would you describe it to a colleague in one sentence?',
  does: 'How do you handle it today, step by step?',
  thinks: 'What do you make of what you have seen so far?',
  feels: 'How is it going for you, with all of this?',
};
