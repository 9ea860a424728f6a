import { describe, expect, test } from '@jest/globals';
import { readMail } from '../../../support/reading-input.ts';

const kindsOf = (text: string): readonly string[] =>
  readMail(text).statements.map(({ kind }) => kind);

/** What of its sentences is of each job, and what only looks like it. */
const JOBS = {
  job_problem: [
    [
      'We are trying to find out why the counts differ.',
      'The real problem is the handover between shifts.',
      'We are looking into where the hours go.',
      'Our biggest bottleneck is the approval.',
      'Something has to change in the warehouse.',
    ],
    ['No problem.', 'The problem is solved.', 'Thank you for the list.'],
  ],
  job_solution: [
    [
      'We are looking for a tool for three sites.',
      'Could you show us a demo next week?',
      'Which options are there for small teams?',
      'How do other hospitals handle this?',
      'Is there a module for rental goods?',
    ],
    [
      'We are looking for a date in May.',
      'Is there a way to print this?',
      'The demo was on Monday.',
    ],
  ],
  job_requirements: [
    [
      'Our requirements are in the attached list.',
      'The system must support two currencies.',
      'Whatever we take has to run on tablets.',
      'Single sign-on is a must.',
      'The RFP closes on the 12th.',
    ],
    [
      'The visa requirements have changed.',
      'It must be Friday.',
      'The specification sheet is in the annex.',
    ],
  ],
  job_supplier: [
    [
      'You are on our shortlist.',
      'We are comparing three vendors.',
      'The evaluation matrix is with purchasing.',
      'We are choosing between you and one other.',
      'You are the preferred bidder.',
    ],
    ['In the last two years we grew.', 'Our customers compare prices.', 'We chose the blue one.'],
  ],
  job_validation: [
    [
      'Could we talk to another customer of your size?',
      'We would like to test it with our own data.',
      'The pilot in Leeds starts in May.',
      'Please send the penetration test.',
      'Can you show me that it runs in our browser?',
    ],
    ['This is a test mail.', 'We run it with the default columns.', 'The pilots land at six.'],
  ],
  job_consensus: [
    [
      'I still have to get the depots on board.',
      'We need to align it with our works council.',
      'I present it to the board on Thursday.',
      'Everyone has to agree before we sign.',
      'My team wants to be convinced first.',
    ],
    ['I agree.', 'The board meets in room 4.', 'Is the cable on board?'],
  ],
} as const;

describe.each(Object.entries(JOBS))('%s', (job, [done, not]) => {
  test.each(done)('is heard in: %s', (text) => {
    expect(kindsOf(text)).toContain(job);
  });
  test.each(not)('is not heard in: %s', (text) => {
    expect(kindsOf(text)).not.toContain(job);
  });
});
