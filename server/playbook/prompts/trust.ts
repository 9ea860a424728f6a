import type { PromptBook } from './prompt-book.ts';

export const trust: PromptBook = {
  threatened: {
    understand: [
      '{You_said}. Which of our statements do not fit together for you?',
      '{You_said}. What would you accept as proof, and from whom?',
      'What did you take from our first talk, and where did we leave it? {You_said}.',
    ],
    feel: [
      'A word that has to be checked may leave anyone sceptical. {Your_fact}, and it is for us to clear up.',
      'You had to point it out {times}. That may feel as if our word does not count.',
      '{Your_fact}. It may feel as if promises come easily to us.',
    ],
    act: [
      'State one version in writing, say which earlier one was wrong, and who stands behind it: {words}.',
      'Before {meeting}, correct it in the document itself and send the changed line with your name.',
      'Show the thing itself instead of a promise; {fact}.',
    ],
    avoid: [
      'Do not explain it away as a misunderstanding; {fact}.',
      'Do not add a new offer before this is put right; {fact}.',
    ],
  },
  met: {
    understand: [
      '{You_said}. What should we be careful to keep doing?',
      '{You_said}. Where would you still rather see it in writing?',
    ],
    feel: [
      '{Your_fact}. Thank you, that means something to us.',
      'It is good to be trusted with this. {Your_fact}, and we will keep to it.',
    ],
    act: [
      'Keep the next small promise to the hour; {fact}.',
      'Tell {first} early about one thing that may not go to plan; {words} rests on that.',
    ],
    avoid: ['Do not spend it on a favour for us; {fact}.', 'Do not oversell now; {fact}.'],
  },
};
