import { describe, expect, it } from '@jest/globals';
import { Submission, toForm } from '../../../server/crm/hubspot/forms/form-answer.ts';
import { listForms } from '../../../server/crm/hubspot/forms/list-forms.ts';
import { listSubmissions } from '../../../server/crm/hubspot/forms/list-submissions.ts';
import { mapSubmission } from '../../../server/crm/hubspot/forms/map-in-submission.ts';
import { readSubmissionChanges } from '../../../server/crm/hubspot/forms/read-submissions.ts';
import { AppError } from '../../../shared/errors.ts';
import { clientThatAnswers } from '../../support/hubspot/answering-client.ts';

const field = (name: string, fieldType: string, dependentFields?: object) => ({
  ...{ name, fieldType },
  ...(dependentFields === undefined ? {} : { dependentFields }),
});

const asked = toForm({
  id: 'f1',
  name: 'Contact us',
  fieldGroups: [
    { fields: [field('email', 'email'), field('company', 'single_line_text')] },
    { fields: null },
    {
      fields: [
        field('reason', 'dropdown', [
          { dependentField: field('reason_more', 'multi_line_text') },
          { dependentField: null },
        ]),
        field('message', 'multi_line_text'),
      ],
    },
  ],
});

const sent = (values: Readonly<Record<string, unknown>>) =>
  Submission.parse({
    ...{ conversionId: 'c1', submittedAt: 1_763_628_000_000 },
    values: Object.entries(values).map(([name, value]) => ({ name, value, objectTypeId: '0-1' })),
  });

const mapped = (values: Readonly<Record<string, unknown>>) =>
  asked === null ? null : mapSubmission(asked, sent(values));

describe('a form', () => {
  it('names the fields to write freely in, those that come with others too', () => {
    expect([...(asked?.free ?? [])]).toEqual(['reason_more', 'message']);
  });

  it('without fields asks nothing, and what is no form is none', () => {
    expect(toForm({ id: 1 })).toEqual({ id: '1', name: null, free: new Set() });
    expect(toForm({ name: 'no id' })).toBeNull();
  });

  it('is listed once: a list that turns in a circle is refused', async () => {
    const client = clientThatAnswers(() => ({ results: [], paging: { next: { after: '10' } } }));
    await expect(listForms(client, '10')).rejects.toMatchObject({ code: 'crm_unexpected_answer' });
  });
});

describe('what was submitted', () => {
  it('is the free answers alone, as they were typed, in the order of the form', () => {
    const record = mapped({
      ...{ email: ' Dana@Buyer.example ', company: 'Fenwick', reason: 'other' },
      ...{ reason_more: 'Control & calm.', message: 'What if it slips?\n\nDana' },
    });
    expect(record).toMatchObject({
      text: 'Control & calm.\n\nWhat if it slips?\n\nDana',
      participants: [{ role: 'author', name: null, email: 'dana@buyer.example' }],
      ...{ at: '2025-11-20T08:40:00.000Z', contactIds: [], ownerId: null, format: 'plain' },
    });
  });

  it.each([
    ['tells nobody', { message: 'What if it slips?' }],
    ['has an empty address', { email: ' ', message: 'What if it slips?' }],
    ['says nothing freely', { email: 'd@b.example', company: 'Fenwick', message: '  ' }],
  ])('is no activity when it %s', (_what, values) => {
    expect(mapped(values)).toBeNull();
  });
});

describe('the submissions of a form', () => {
  const at = (day: number) => Date.parse(`2026-11-${String(day).padStart(2, '0')}T09:00:00.000Z`);
  const days = (...found: readonly number[]) => ({
    results: found.map((day) => ({ conversionId: day, submittedAt: at(day), values: [] })),
    paging: { next: { after: 'more' } },
  });
  const question = { formId: 'f1', after: null, since: '2026-11-10T00:00:00.000Z' };

  it('end at the page that reaches beyond the wanted moment', async () => {
    const page = await listSubmissions(
      clientThatAnswers(() => days(12, 11, 9)),
      question,
    );
    expect(page.submissions).toHaveLength(2);
    expect(page.after).toBeNull();
  });

  it('go on where they are not in the promised order, since nothing follows from it', async () => {
    const page = await listSubmissions(
      clientThatAnswers(() => days(9, 12)),
      question,
    );
    expect(page.after).toBe('more');
  });

  it('that turn in a circle are refused', async () => {
    const client = clientThatAnswers(() => days(12));
    const again = { ...question, after: 'more' };
    await expect(listSubmissions(client, again)).rejects.toMatchObject({
      code: 'crm_unexpected_answer',
    });
  });

  it('that are not understood are told of once a form', async () => {
    const answers = (path: string) =>
      path.startsWith('/marketing')
        ? { results: [{ id: 'f1', fieldGroups: [{ fields: [field('m', 'multi_line_text')] }] }] }
        : { results: [{ submittedAt: 'never' }, { conversionId: 2 }] };
    const page = await readSubmissionChanges(clientThatAnswers(answers), {
      ...{ since: null, cursor: null, mayAskContacts: true },
    });
    expect(page).toMatchObject({ records: [], next: null, receipts: [{ kind: 'form', id: null }] });
  });

  it('of a form that was deleted meanwhile are passed over', async () => {
    const client = clientThatAnswers(() => {
      throw new AppError('crm_not_found', 'No such form.', { recovery: 'skip' });
    });
    const cursor = JSON.stringify({ open: [{ formId: 'f1', after: '50' }], forms: null });
    const page = await readSubmissionChanges(client, {
      ...{ since: null, cursor, mayAskContacts: true },
    });
    expect(page).toEqual({ records: [], receipts: [], next: null });
  });
});
