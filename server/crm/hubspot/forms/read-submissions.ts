import { z } from 'zod';
import type { Instant } from '../../../../shared/ids.ts';
import type { ChangePage, Cursor } from '../../port.ts';
import type { ActivityRecord, Receipt } from '../../records.ts';
import type { HubSpotClient } from '../client.ts';
import { OBJECT_TYPES } from '../objects.ts';
import { parseCursor } from '../reading/cursor.ts';
import { searchObjects } from '../reading/read-objects.ts';
import type { Form } from './form-answer.ts';
import { FORMS_A_PAGE, listForms, readForm } from './list-forms.ts';
import { listSubmissions } from './list-submissions.ts';
import { mapSubmission } from './map-in-submission.ts';

/** Where a walk through all forms stands. */
const Place = z.strictObject({
  /** Forms that have more submissions in the window than were read; these come first. */
  open: z.array(z.strictObject({ formId: z.string(), after: z.string() })),
  /** The next page of the list of forms; null: all were seen. */
  forms: z.strictObject({ after: z.string().nullable() }).nullable(),
});
type Place = z.infer<typeof Place>;

const START: Place = { open: [], forms: { after: null } };

interface SubmissionQuestion {
  /** Null: everything since ever. */
  readonly since: Instant | null;
  readonly cursor: Cursor | null;
  /** Whether we may ask what contacts last did with forms. */
  readonly mayAskContacts: boolean;
}

/** The calls of a page: the list or a form, then as many pages of submissions. */
const CALLS_A_PAGE = FORMS_A_PAGE + 1;

/** Submissions of the window, form by form: ten forms, or ten pages of one form, make a page. */
export async function readSubmissionChanges(
  client: HubSpotClient,
  { since, cursor, mayAskContacts }: SubmissionQuestion,
): Promise<ChangePage> {
  if (cursor === null && mayAskContacts && !(await hasNews(client, since))) return NOTHING;
  const place = cursor === null ? START : parseCursor(Place, cursor);
  const [first, ...others] = place.open;
  const read = await client.reserve(CALLS_A_PAGE, () =>
    first === undefined ? readForms(client, place, since) : readOpen(client, first, since),
  );
  const forms = first === undefined ? read.forms : place.forms;
  const open = [...read.open, ...others];
  const isThrough = open.length === 0 && forms === null;
  return {
    records: read.records,
    receipts: read.receipts,
    next: isThrough ? null : JSON.stringify({ open, forms } satisfies Place),
  };
}

const NOTHING: ChangePage = { records: [], receipts: [], next: null };

/**
 * One search in place of a call a form: HubSpot notes on the contact when they last filled in a form, so where nobody did
 * since the window's beginning, no form has news. That it notes every submission is assumed; the index's lag is covered
 * as for all searches, by the window's overlap.
 */
async function hasNews(client: HubSpotClient, since: Instant | null): Promise<boolean> {
  if (since === null) return true;
  const value = String(Date.parse(since));
  const filter = { propertyName: 'recent_conversion_date', operator: 'GTE', value } as const;
  const question = { filters: [filter], sort: 'hs_object_id', limit: 1 };
  return (await searchObjects(client, OBJECT_TYPES.contact, question)).total > 0;
}

interface Read {
  readonly records: readonly ActivityRecord[];
  readonly receipts: readonly Receipt[];
  readonly open: Place['open'];
  readonly forms: Place['forms'];
}

async function readForms(
  client: HubSpotClient,
  { forms }: Place,
  since: Instant | null,
): Promise<Read> {
  const { forms: listed, after } = await listForms(client, forms?.after ?? null);
  const pages: Read[] = [];
  for (const form of listed.filter(hasFreeText)) {
    pages.push(await readPages(client, form, { after: null, since, most: 1 }));
  }
  return { ...joined(pages), forms: after === null ? null : { after } };
}

/** Nothing of what such a form asks is read, so its submissions are not even asked for. */
function hasFreeText({ free }: Form): boolean {
  return free.size > 0;
}

async function readOpen(
  client: HubSpotClient,
  { formId, after }: Place['open'][number],
  since: Instant | null,
): Promise<Read> {
  const form = await readForm(client, formId);
  if (form === null) return joined([]);
  return readPages(client, form, { after, since, most: FORMS_A_PAGE });
}

interface Walk {
  readonly after: string | null;
  readonly since: Instant | null;
  readonly most: number;
}

async function readPages(client: HubSpotClient, form: Form, walk: Walk): Promise<Read> {
  const records: ActivityRecord[] = [];
  let strange = 0;
  let after = walk.after;
  for (let pages = 0; pages < walk.most && (pages === 0 || after !== null); pages += 1) {
    const page = await listSubmissions(client, { formId: form.id, after, since: walk.since });
    records.push(...page.submissions.flatMap((each) => mapSubmission(form, each) ?? []));
    strange += page.strange;
    after = page.after;
  }
  return {
    records,
    receipts: strange === 0 ? [] : [notUnderstood(form)],
    open: after === null ? [] : [{ formId: form.id, after }],
    forms: null,
  };
}

function joined(pages: readonly Read[]): Read {
  return {
    records: pages.flatMap(({ records }) => records),
    receipts: pages.flatMap(({ receipts }) => receipts),
    open: pages.flatMap(({ open }) => open),
    forms: null,
  };
}

function notUnderstood({ id }: Form): Receipt {
  return {
    kind: 'form',
    id: null,
    reason: `Some submissions of the form ${id} have a part we do not understand, so they were not taken over.`,
  };
}
