import type { PromptBook } from './prompt-book.ts';

export const certainty: PromptBook = {
  threatened: {
    understand: [
      '{You_said}. What would you need to see to call that answered?',
      'You raised this {times}: {words}. Which part did our answers miss so far?',
      '{You_said}. What could you decide once you know that?',
    ],
    feel: [
      'Having no clear answer for {since} can leave anyone unsure. I would want to know too.',
      '{Your_fact}. That may feel like being asked to choose without the facts.',
      'You asked {times}. It may feel as if we talk around it.',
    ],
    act: [
      'Answer {question} in writing, with one example from their own work, and say what is still unknown.',
      'Answer it in writing and say what is still unknown; {fact}.',
      'Show it instead of telling it: try {question} on a test account and send what happened.',
      'Before {meeting}, send a half-page answer that {first} can pass on unchanged.',
    ],
    avoid: [
      'Do not send the general material again; {fact}, and one point is what is missing.',
      'Do not answer {question} with “it works”. Say how, and where it does not.',
    ],
  },
  met: {
    understand: [
      '{You_said}. Is there anyone on your side for whom it is not clear yet?',
      '{You_said}. Which question comes next for you?',
    ],
    feel: [
      '{Your_fact}. It can feel good when a question is off the list.',
      'Good to know that it is clear. {Your_fact}, and that helps us too.',
    ],
    act: [
      'Write down the answer that led to {words}, so that {first} can pass it on.',
      'Move to the next open question; {fact}, so this one is done.',
    ],
    avoid: ['Do not explain it once more; {fact}.', 'Do not reopen what is settled; {fact}.'],
  },
};
