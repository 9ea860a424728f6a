import type { PromptBook } from './prompt-book.ts';

export const beingHeard: PromptBook = {
  threatened: {
    understand: [
      '{You_said}. Have I got everything that is still waiting, or is there more?',
      '{You_said}. Which of the open points would help you most today?',
    ],
    feel: [
      '{Your_fact}. Having to say it again may feel like being ignored. I am sorry for that.',
      'You have waited {since}. That may feel as if nobody listened.',
    ],
    act: [
      'Answer the open point itself, with a name and a day, before anything else: {words}.',
      'Read the earlier exchange first, then write what you understood in three lines; {fact}.',
      'Settle it before {meeting}, or say who works on it and when they will hear; {fact}.',
    ],
    avoid: [
      'Do not ask {first} to explain it once more; {fact}.',
      'Do not open with an excuse or with another topic; {fact}.',
    ],
  },
  met: {
    understand: [
      '{You_said}. What should we keep doing the same way?',
      '{You_said}. Is anything else waiting with us?',
    ],
    feel: [
      '{Your_fact}. Thank you for telling us.',
      'It is good to know that it arrived. {Your_fact}.',
    ],
    act: [
      'Tell the colleague who did it; {fact}.',
      'Keep the same person and the same way of answering; {fact}.',
    ],
    avoid: [
      'Do not hand {first} to someone new without a word; {fact}.',
      'Do not answer thanks with a request; {fact}.',
    ],
  },
};
