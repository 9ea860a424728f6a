import type { PromptBook } from './prompt-book.ts';

export const ease: PromptBook = {
  threatened: {
    understand: [
      '{You_said}. Which part of the work weighs most, and who would do it today?',
      '{You_said}. How many hours a week could your team spare, honestly?',
      'If one task could be ours instead of yours, which one? {You_said}.',
    ],
    feel: [
      '{Your_fact}. A project on top of the daily work may feel like one load too many.',
      'In a full week this may feel overloading before it helps. {Your_fact}.',
    ],
    act: [
      'Take one concrete piece of work off them and say who on our side does it: {words}.',
      'Write down the load in hours, theirs and ours, before {meeting}; {fact}.',
      'Propose a start so small that nobody has to sit down for it; {fact}.',
    ],
    avoid: [
      'Do not send a manual or a training plan; {fact}.',
      'Do not call it easy; {fact}, and they know their week better.',
    ],
  },
  met: {
    understand: [
      '{You_said}. What would keep it that light for the others?',
      '{You_said}. Is there a colleague for whom it is still a lot?',
    ],
    feel: [
      '{Your_fact}. It can feel good when something new simply fits in.',
      'Good to hear that it is light. {Your_fact}.',
    ],
    act: [
      'Ask {first} how they did it and keep the same way for the next team; {fact}.',
      'Leave the set-up exactly as it is; {fact}.',
    ],
    avoid: [
      'Do not add features on top of it now; {fact}.',
      'Do not fill the time that was saved with new tasks; {fact}.',
    ],
  },
};
