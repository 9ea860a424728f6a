import type { PromptBook } from './prompt-book.ts';

export const relief: PromptBook = {
  threatened: {
    understand: [
      '{You_said}. How often does that happen, and who has to put it right?',
      '{You_said}. What did you try before, and what came of it?',
      'Take me through the last time it happened. {You_said}.',
    ],
    feel: [
      '{Your_fact}. Dealing with that again and again may leave anyone fed up.',
      'That costs more than time. {Your_fact}, and it lands on you.',
    ],
    act: [
      'Send a short note in their own words, {words}, and ask what you missed.',
      'Look at one real case of it together before you show anything; {fact}.',
      'Find out which single step would end {words}, and start there.',
    ],
    avoid: [
      'Do not jump to the product; {fact}, and that wants to be understood first.',
      'Do not paint it blacker than it is; {fact}.',
    ],
  },
  met: {
    understand: [
      '{You_said}. What does that change in your week?',
      '{You_said}. Is there anything left of the old trouble?',
    ],
    feel: [
      '{Your_fact}. That may be a relief after so long.',
      'I was glad to hear it. {Your_fact}.',
    ],
    act: [
      'Thank {first} in one line and ask for nothing; {fact}.',
      'Check in a few weeks whether {words} still holds.',
    ],
    avoid: [
      'Do not turn it into a sales story at once; {fact}.',
      'Do not ask for a reference in the same breath; {fact}.',
    ],
  },
};
