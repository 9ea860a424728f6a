import type { PromptBook } from './prompt-book.ts';

export const control: PromptBook = {
  threatened: {
    understand: [
      '{You_said}. Which pace suits you, and how would you like to hear from us until then?',
      '{You_said}. What has to be decided first on your side?',
    ],
    feel: [
      '{Your_fact}. Our messages may have felt like pressure, and that was not right.',
      'It may feel as if we set the dates. {Your_fact}, so the next date is yours.',
    ],
    act: [
      'Reply in two lines: the next date is theirs, and nothing is needed until then; {fact}.',
      'Take the pending request off the table yourself; {fact}.',
      'Stop all reminders to {first} until they write; {fact}.',
    ],
    avoid: [
      'Do not ask where things stand; {fact}.',
      'Do not go around {first} to a colleague; {fact}.',
      'Do not attach a date or a discount to it; {fact}.',
    ],
  },
  met: {
    understand: [
      '{You_said}. What do you need from us on the way, and what would be too much?',
      '{You_said}. Which step would you like to take first?',
    ],
    feel: [
      '{Your_fact}. It is good when the pace is yours.',
      'You have it in hand. {Your_fact}, and we follow.',
    ],
    act: [
      'Confirm their plan as it stands and prepare only what it asks for: {words}.',
      'Fit our side to the dates {first} named, and say so in one line; {fact}.',
    ],
    avoid: ['Do not propose another date; {fact}.', 'Do not take the lead back; {fact}.'],
  },
};
