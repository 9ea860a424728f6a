import { AppError } from '../../../../shared/errors.ts';
import type { RecordBatch } from '../../port.ts';
import type { ActivityRecord } from '../../records.ts';
import type { HubSpotClient } from '../client.ts';
import type { Form } from './form-answer.ts';
import { readForm } from './list-forms.ts';
import { listSubmissions } from './list-submissions.ts';
import { mapSubmission, placeOf } from './map-in-submission.ts';

/** A submission deeper in its form than a thousand others is not looked for: its quotes stay unconfirmed. */
const MOST_PAGES = 20;
/** The form, and the first page of what was submitted: stopped between them, it would begin again for ever. */
const CALLS_A_FORM = 2;

/**
 * Submissions by id. There is no such question in HubSpot, so each form is walked once, newest first, back to the oldest
 * that is wanted; what does not turn up on the way was deleted. Ends where the next form would have to wait.
 */
export async function readSubmissions(
  client: HubSpotClient,
  ids: readonly string[],
): Promise<RecordBatch> {
  const byForm = [...Map.groupBy(ids, (id) => placeOf(id).formId)];
  const found: Found[] = [];
  for (const [index, [formId, wanted]] of byForm.entries()) {
    const read = await client
      .reserve(CALLS_A_FORM, () => find(client, formId, wanted))
      .catch((error: unknown) => postponed(error, index > 0));
    if (read === 'postponed') {
      const postponedIds = byForm.slice(index).flatMap(([, rest]) => rest);
      return { ...batchOf(found), postponed: postponedIds };
    }
    found.push(read);
  }
  return batchOf(found);
}

interface Found {
  readonly records: readonly ActivityRecord[];
  readonly missing: readonly string[];
}

function batchOf(found: readonly Found[]): RecordBatch {
  return {
    records: found.flatMap(({ records }) => records),
    receipts: [],
    missing: found.flatMap(({ missing }) => missing),
  };
}

async function find(
  client: HubSpotClient,
  formId: string,
  wanted: readonly string[],
): Promise<Found> {
  const form = await readForm(client, formId);
  if (form === null) return { records: [], missing: wanted };
  const since = wanted.map((id) => placeOf(id).submittedAt).toSorted()[0] ?? '';
  const { read, isComplete } = await walkBack(client, form, since);
  const records = read.filter(({ id }) => wanted.includes(id));
  const seen = new Set(records.map(({ id }) => id));
  return { records, missing: isComplete ? wanted.filter((id) => !seen.has(id)) : [] };
}

async function walkBack(
  client: HubSpotClient,
  form: Form,
  since: string,
): Promise<{ readonly read: readonly ActivityRecord[]; readonly isComplete: boolean }> {
  const read: ActivityRecord[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await listSubmissions(client, { formId: form.id, after, since });
    read.push(...page.submissions.flatMap((each) => mapSubmission(form, each) ?? []));
    after = page.after;
    if (after === null) return { read, isComplete: true };
  }
  return { read, isComplete: false };
}

function postponed(error: unknown, hasSome: boolean): 'postponed' {
  if (hasSome && error instanceof AppError && error.recovery === 'wait') return 'postponed';
  throw error;
}
