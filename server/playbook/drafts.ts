import type { Driver } from '../../shared/vocabulary.ts';
import type { Belief } from '../domain/belief.ts';
import { fixedWords } from '../domain/phrase.ts';
import type { NextStep } from '../domain/suggestion.ts';
import { fillTemplate } from './fill-template.ts';
import type { Situation } from './situation.ts';
import { factsOf, isFit } from './situation.ts';

interface DraftText {
  readonly subject: string;
  /** What the mail says after the greeting; square brackets are for the rep to fill. */
  readonly body: string;
}

const THREATENED: Readonly<Record<Driver, DraftText>> = {
  certainty: {
    subject: 'The answer to your question',
    body: '{You_said}. Here is what I can say today: [the answer].\nWhat I do not know yet: [what, and when you will hear].\nIf one part is still unclear, tell me which and I will show it to you.',
  },
  safety: {
    subject: 'If it does not go as planned',
    body: '{You_said}, and I think that is a fair point.\nThis is what we would do if it went wrong: [who does what, by when, at whose cost].\nWould that be enough for you to stand behind it? If not, what is missing?',
  },
  trust: {
    subject: 'One version, in writing',
    body: '{You_said}. You are right to ask.\nThis is what holds: [the one version]. It replaces [the earlier one], which was our mistake.\nI stand by this one.',
  },
  control: {
    subject: 'No need to answer',
    body: '{You_said}. That is fine with us.\nI will leave it with you. When the time is right, a line is enough.',
  },
  ease: {
    subject: 'What we can take off your hands',
    body: '{You_said}. So I asked inside what we could do for you.\nWe would take over [the piece of work], done by [name]. What is left on your side is about [hours].\nWould that be bearable?',
  },
  relief: {
    subject: 'What I understood',
    body: '{You_said}. I wrote down what I understood: [half a page].\nWhat did I miss?',
  },
  progress: {
    subject: 'What would make it worthwhile',
    body: '{You_said}. Which one result would make this worth the trouble for you?\nI would rather measure that one thing with you than promise many.',
  },
  recognition: {
    subject: 'Before I write to anyone else',
    body: '{You_said}. I would like to do this with you and not past you.\nHow would you like to be involved, and who should know what you have prepared?',
  },
  alignment: {
    subject: 'Both views on one page',
    body: '{You_said}. I tried to put each view down fairly: [one view], [the other view].\nIs that right so far? Use as much of it as helps you.',
  },
  fairness: {
    subject: 'The calculation, line by line',
    body: '{You_said}. Here is how the figure comes about: [line by line].\nWhere it departs from what was agreed, I have corrected it: [the correction].',
  },
  continuity: {
    subject: 'What would stay as it is',
    body: '{You_said}. So I went through what would stay exactly as it is: [list].\nOnly this would change: [one thing]. Both can run side by side for as long as you like.',
  },
  being_heard: {
    subject: 'Your question from before',
    body: '{You_said}. You should not have to say it again, and I am sorry that you had to.\nThe answer: [answer]. Where it is not known yet: [name] works on it and you will hear on [day].',
  },
};

const MET: DraftText = {
  subject: 'Thank you',
  body: '{You_said}. Thank you for telling us.\n[One line of your own.]',
};

/** A start for the rep's own mail, in their CRM's form; nothing is ever sent by us. */
export function draftFor(situation: Situation, belief: Belief): NextStep['draft'] {
  const text = belief.pole === 'met' ? MET : THREATENED[belief.driver];
  const facts = factsOf(situation, belief);
  const filled = fillTemplate(text.body, facts);
  if (filled === null || !isFit(situation, filled)) return null;
  return {
    subject: text.subject,
    body: `Hello ${fixedWords(facts.first)},\n\n${fixedWords(filled)}\n`,
  };
}
