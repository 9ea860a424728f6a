import type { PromptBook } from './prompt-book.ts';

export const progress: PromptBook = {
  threatened: {
    understand: [
      '{You_said}. What would have to be different, in a year, for it to be worth the trouble?',
      '{You_said}. Which result would surprise you in a good way?',
    ],
    feel: [
      '{Your_fact}. After many promises of this kind it may feel doubtful, and that is fair.',
      'It may sound like one more tool. {Your_fact}, and only a result of your own would count.',
    ],
    act: [
      'Show one result a firm of their size had, with the effort it took; {fact}.',
      'Agree on one small measure that would prove or disprove it: {words}.',
    ],
    avoid: ['Do not answer with a vision; {fact}.', 'Do not list features; {fact}.'],
  },
  met: {
    understand: [
      '{You_said}. What would be the first thing you would notice?',
      '{You_said}. What could keep that from happening?',
      'Who else would gain if that came true? {You_said}.',
    ],
    feel: [
      '{Your_fact}. I can see why that is something to look forward to.',
      'That is worth hoping for. {Your_fact}.',
    ],
    act: [
      'Build the next conversation around {words} and leave the rest out.',
      'Before {meeting}, show on their own data how {words} would look.',
      'Plan the next step from what {first} described, not from our list; {fact}.',
      'Write down what “done” means for {words}, and keep it where both sides see it.',
    ],
    avoid: [
      'Do not promise more than was asked for; {fact}.',
      'Do not let the hope carry a date it cannot hold; {fact}.',
    ],
  },
};
