import type { PromptBook } from './prompt-book.ts';

export const safety: PromptBook = {
  threatened: {
    understand: [
      '{You_said}. If it went wrong, what would that mean for you, and who would ask?',
      '{You_said}. What would have to stand on paper for you to defend this choice?',
      'What happened the last time? {You_said}, and I would like to understand it.',
    ],
    feel: [
      '{Your_fact}. Standing up for a choice like this may feel exposed.',
      'Whoever has to answer for it may feel exposed here. {Your_fact}, and it is a fair point.',
      'You brought it up {times}. It may feel as if the risk stays with you alone.',
    ],
    act: [
      'Write down what we do if it goes wrong: who, by when, at whose cost; {fact}.',
      'Bring a customer who had the same worry and can be rung directly; {fact}.',
      'Before {meeting}, offer a small trial in which {first} can see it fail safely.',
    ],
    avoid: [
      'Do not play the risk down; {fact}, and they would carry it.',
      'Do not argue against what they have today; {fact}, and it is about harm, not habit.',
    ],
  },
  met: {
    understand: [
      '{You_said}. What made the difference for you?',
      '{You_said}. Who else would need to see it the same way?',
    ],
    feel: [
      '{Your_fact}. It may feel good to have seen for yourself that it holds.',
      'I was glad to hear it. {Your_fact}, and feeling protected on this point counts.',
    ],
    act: [
      'Keep the proof that led to {words} in one page {first} can show to others.',
      'Say what we will keep watching, so that {words} stays true after the start.',
    ],
    avoid: [
      'Do not bring up risks that are settled; {fact}.',
      'Do not use {words} as a reason to hurry anyone else.',
    ],
  },
};
