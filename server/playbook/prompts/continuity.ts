import type { PromptBook } from './prompt-book.ts';

export const continuity: PromptBook = {
  threatened: {
    understand: [
      '{You_said}. What about the present way should stay exactly as it is?',
      '{You_said}. What would you miss most if it were gone?',
      'Since when has it worked that way, and who keeps it going? {You_said}.',
    ],
    feel: [
      '{Your_fact}. Giving up something that works may feel like a loss.',
      'You know what you have, and that is a good reason to be slow. {Your_fact}.',
    ],
    act: [
      'Show how the part behind {words} stays as it is, and what alone would change.',
      'Bring a customer who kept what worked and changed one thing only; {fact}.',
      'Offer to run both side by side until {first} says that the old one may go; {fact}.',
    ],
    avoid: [
      'Do not argue that the present way is outdated; {fact}.',
      'Do not list the risks of staying; {fact}.',
    ],
  },
  met: {
    understand: [
      '{You_said}. What made it time?',
      '{You_said}. What should come along from the old way?',
    ],
    feel: [
      '{Your_fact}. Letting go can feel lighter than expected.',
      'That is a step. {Your_fact}, and it deserves a good start.',
    ],
    act: [
      'Plan the farewell to the old way with {first}: what is kept, what is archived; {fact}.',
      'Make the first week calm and well supported; {fact}.',
    ],
    avoid: [
      'Do not speak badly of what they leave behind; {fact}.',
      'Do not rush the switch because of {words}.',
    ],
  },
};
