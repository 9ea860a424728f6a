import type { PromptBook } from './prompt-book.ts';

export const alignment: PromptBook = {
  threatened: {
    understand: [
      '{You_said}. What matters most to those who see it differently?',
      '{You_said}. Where do you and {colleague} already agree?',
      'What would the others need before they could live with it? {You_said}.',
    ],
    feel: [
      '{Your_fact}. Standing between two views may feel divided.',
      'It may be lonely to carry this while the others are not there yet. {Your_fact}.',
    ],
    act: [
      'Bring both views onto one page, each in its own words, before {meeting}; {fact}.',
      'Ask {first} whether a talk with {colleague} would help, and leave the choice to them; {fact}.',
      'Give {first} an answer to the one objection behind {words}, ready to pass on.',
    ],
    avoid: [
      'Do not take a side; {fact}.',
      'Do not ask {first} to win the others over for us; {fact}.',
    ],
  },
  met: {
    understand: [
      '{You_said}. What brought everyone together?',
      '{You_said}. Is there someone who has not spoken yet?',
    ],
    feel: [
      '{Your_fact}. It can feel good to have the others behind you.',
      'That is rare and worth a lot. {Your_fact}.',
    ],
    act: [
      'Write the agreement down in their words while it is fresh: {words}.',
      'Thank those who moved, through {first}; {fact}.',
    ],
    avoid: [
      'Do not ask each of them again; {fact}.',
      'Do not treat it as the final yes; {fact}, no more and no less.',
    ],
  },
};
