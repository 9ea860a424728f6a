import type { ActivityRecord } from '../../records.ts';
import { toWords } from '../values.ts';
import type { Form, Submission } from './form-answer.ts';

/**
 * HubSpot has no address of a single submission: ours says in which form and since when to look for it, and which it is.
 */
interface SubmissionPlace {
  readonly formId: string;
  readonly submittedAt: string;
}

function submissionId(form: Pick<Form, 'id'>, submission: Submission): string {
  return [form.id, submission.submittedAt, submission.conversionId].join('/');
}

/** What was never an id of ours is looked for in a form that does not exist, and not found. */
export function placeOf(id: string): SubmissionPlace {
  const [formId = '', submittedAt = ''] = id.split('/');
  return { formId, submittedAt };
}

/** Null: nobody can be told by it, or nothing was written freely. */
export function mapSubmission(form: Form, submission: Submission): ActivityRecord | null {
  const { submittedAt } = submission;
  const email = addressIn(submission);
  const text = answersOf(form, submission).join('\n\n');
  if (email === null || text === '') return null;
  return {
    ...{ kind: 'form', id: submissionId(form, submission), archived: false },
    ...{ updatedAt: submittedAt, at: submittedAt, endAt: null, direction: 'in' },
    ...{ title: form.name, field: 'answer', format: 'plain', text },
    participants: [{ role: 'author', name: null, email }],
    ...{ ownerId: null, contactIds: [], dealIds: [], threadId: null, outcome: null, survey: null },
  };
}

/** Whose it is: HubSpot names no contact, only what was typed. */
function addressIn({ values }: Submission): string | null {
  const typed = values.find(({ name }) => name.toLowerCase() === 'email')?.value;
  return toWords(typed)?.toLowerCase() ?? null;
}

/** As they were typed: every offset points into the answers, in the form's order. */
function answersOf({ free }: Form, { values }: Submission): readonly string[] {
  const written = values.filter(({ name, value }) => free.has(name) && value.trim() !== '');
  return written.map(({ value }) => value);
}
