import type { PromptBook } from './prompt-book.ts';

export const recognition: PromptBook = {
  threatened: {
    understand: [
      '{You_said}. How should we involve you, so that nothing passes you by?',
      '{You_said}. Who should know what you have put into this?',
    ],
    feel: [
      '{Your_fact}. That may feel like being overlooked in your own project.',
      'Groundwork may go unseen, and that can hurt. {Your_fact}.',
    ],
    act: [
      'Go through {first} first from now on, and say so to the others; {fact}.',
      'Name their work where it is read, and let {first} check the words before; {fact}.',
    ],
    avoid: [
      'Do not write past {first} to their superiors; {fact}.',
      'Do not flatter; {fact}, and a fact helps more.',
    ],
  },
  met: {
    understand: [
      '{You_said}. What would help you most when you present it?',
      '{You_said}. Which question do you expect from the others?',
    ],
    feel: [
      '{Your_fact}. You have earned that.',
      'That is your work becoming visible. {Your_fact}.',
    ],
    act: [
      'Prepare what {first} needs to show it well, without our logo: {words}.',
      'Send the figures for {words} before they have to ask.',
    ],
    avoid: [
      'Do not step into the light beside them; {fact}.',
      'Do not ask for a quote or a case study now; {fact}.',
    ],
  },
};
