import type { PromptBook } from './prompt-book.ts';

export const fairness: PromptBook = {
  threatened: {
    understand: [
      '{You_said}. What would you compare it with, line by line?',
      '{You_said}. Which part of it seems not just to you?',
      'What was agreed in your eyes? {You_said}.',
    ],
    feel: [
      '{Your_fact}. That may feel short-changed, and I would ask the same.',
      'Terms that do not add up may feel unjust. {Your_fact}.',
    ],
    act: [
      'Lay the price open line by line against {words}, and correct what does not hold.',
      'Before {meeting}, send the calculation with their own figures; {fact}.',
      'If an agreed term was missed, put it right first and explain second; {fact}.',
    ],
    avoid: [
      'Do not offer a discount before the point is understood; {fact}.',
      'Do not defend the price with value phrases; {fact}.',
    ],
  },
  met: {
    understand: [
      '{You_said}. What do you weigh it against?',
      '{You_said}. Will others on your side see it the same way?',
    ],
    feel: [
      '{Your_fact}. It is good when the price is no longer a question.',
      'Thank you for saying it so plainly. {Your_fact}.',
    ],
    act: [
      'Leave the price alone and turn to the next open point; {fact}.',
      'Give {first} the sum behind {words} on one page, for those who ask.',
    ],
    avoid: [
      'Do not bring the price up again; {fact}.',
      'Do not add a line to the offer now; {fact}.',
    ],
  },
};
