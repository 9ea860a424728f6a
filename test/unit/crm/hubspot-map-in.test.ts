import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mapIn } from '../../../server/crm/hubspot/map-in.ts';
import { OBJECT_KINDS } from '../../../server/crm/hubspot/objects.ts';
import type { ObjectKind } from '../../../server/crm/hubspot/objects.ts';
import { isReceipt, parseRecord } from '../../../server/crm/hubspot/reading/raw-record.ts';
import { ActivityRecord, CrmRecord } from '../../../server/crm/records.ts';
import type { Receipt } from '../../../server/crm/records.ts';

const AT = '2026-11-20T10:00:00.000Z';

interface Outcome {
  readonly record: CrmRecord | null;
  readonly receipt: Receipt | null;
}

function map(kind: ObjectKind, input: unknown): Outcome {
  const raw = parseRecord(kind, input);
  return isReceipt(raw) ? { record: null, receipt: raw } : mapIn(kind, raw);
}

function object(properties: Record<string, unknown>): unknown {
  return { id: '7', properties, createdAt: AT, updatedAt: AT, archived: false };
}

function activity(kind: ObjectKind, properties: Record<string, unknown>): ActivityRecord {
  return ActivityRecord.parse(map(kind, object({ hs_timestamp: AT, ...properties })).record);
}

describe('Reading a HubSpot object', () => {
  it('gives a neutral record or a receipt for any input, and never throws', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.object(),
    );
    const properties = fc.dictionary(
      fc.constantFrom(
        'hs_timestamp',
        'dealstage',
        'pipeline',
        'content',
        'hs_note_body',
        'hs_email_headers',
        'subject',
        'hubspot_owner_id',
      ),
      value,
    );
    const input = fc.oneof(
      fc.anything(),
      fc.record(
        {
          id: fc.oneof(fc.string(), fc.integer()),
          properties,
          updatedAt: fc.oneof(fc.constant(AT), value),
        },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...OBJECT_KINDS), input, (kind, any) => {
        const { record, receipt } = map(kind, any);
        expect(record !== null || receipt !== null).toBe(true);
        if (record !== null) expect(CrmRecord.safeParse(record).success).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['no object at all', 'oops', null],
    ['no properties', { id: 5 }, '5'],
    ['no time of change', { id: '5', properties: {} }, '5'],
    ['a body that is an object', { id: '5', properties: { hs_note_body: {} }, updatedAt: AT }, '5'],
  ])('explains in a sentence that it found %s', (_name, input, id) => {
    const { record, receipt } = map('note', input);
    expect(record).toBeNull();
    expect(receipt?.id).toBe(id);
    expect(receipt?.reason).toMatch(/^(The note 5|A note record) .+, so it was not taken over\.$/);
  });

  it('leaves out the words of a body of five megabytes and says so', () => {
    const { record, receipt } = map(
      'email',
      object({ hs_timestamp: AT, hs_email_html: 'x'.repeat(5_000_000) }),
    );
    expect(record).toMatchObject({ kind: 'email', text: '' });
    expect(receipt?.reason).toBe(
      'The email 7 has 5,000,000 characters, more than we read; its words were left out.',
    );
  });

  it('keeps every offset when it replaces control characters and broken surrogates', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (body) => {
        const { text } = activity('note', { hs_note_body: body });
        expect(text).toHaveLength(body.length);
        expect(['\0', '\u0007', '\u007f'].filter((character) => text.includes(character))).toEqual(
          [],
        );
        expect(text.isWellFormed()).toBe(true);
      }),
    );
  });

  it('takes numbers, epoch milliseconds and dates without milliseconds as they come', () => {
    const moments = [1_763_632_800_000, '1763632800000', '2025-11-20T10:00:00Z'];
    const at = moments.map((hs_timestamp) => activity('note', { hs_timestamp }).at);
    expect(new Set(at)).toEqual(new Set(['2025-11-20T10:00:00.000Z']));
  });
});

describe('A mail', () => {
  const headers = {
    from: { email: 'Dana@Buyer.example', firstName: 'Dana', lastName: 'Whitlock' },
    to: [{ email: 'priya@larkfield.example' }],
    cc: [{ email: 'omar@buyer.example' }],
  };

  it('has its people from the headers', () => {
    const mail = activity('email', {
      hs_email_direction: 'INCOMING_EMAIL',
      hs_email_html: '<p>Hi</p>',
      hs_email_text: 'Hi',
      hs_email_headers: JSON.stringify(headers),
      hs_email_thread_id: 't1',
    });
    expect(mail).toMatchObject({
      direction: 'in',
      format: 'html',
      text: '<p>Hi</p>',
      threadId: 't1',
    });
    expect(mail.participants).toEqual([
      { role: 'author', name: 'Dana Whitlock', email: 'dana@buyer.example' },
      { role: 'to', name: null, email: 'priya@larkfield.example' },
      { role: 'cc', name: null, email: 'omar@buyer.example' },
    ]);
  });

  it.each([null, 'not json', '[]', '{}', '{"from":7,"to":"x"}'])(
    'has its people from the single properties when the headers are %s',
    (hs_email_headers) => {
      const mail = activity('email', {
        hs_email_headers,
        hs_email_from_email: 'dana@buyer.example',
        hs_email_to_email: 'priya@larkfield.example; tom@larkfield.example',
      });
      expect(mail.participants.map(({ role, email }) => `${role} ${email ?? ''}`)).toEqual([
        'author dana@buyer.example',
        'to priya@larkfield.example',
        'to tom@larkfield.example',
      ]);
    },
  );

  it('falls back to the plain text, and has no direction when it was forwarded', () => {
    const mail = activity('email', {
      hs_email_html: ' ',
      hs_email_text: 'Plain',
      hs_email_direction: 'FORWARDED_EMAIL',
    });
    expect(mail).toMatchObject({ format: 'plain', text: 'Plain', direction: null });
  });
});

describe('The other activities', () => {
  it.each([
    [
      'a call',
      'call',
      { hs_call_body: 'Note', hs_call_direction: 'INBOUND', hs_call_duration: '60000' },
      { field: 'body', direction: 'in', endAt: '2026-11-20T10:01:00.000Z' },
    ],
    [
      'a meeting',
      'meeting',
      {
        hs_meeting_start_time: '2026-11-21T10:00:00Z',
        hs_meeting_outcome: 'CANCELED',
        hs_internal_meeting_notes: '',
        hs_meeting_body: 'Agenda',
      },
      { at: '2026-11-21T10:00:00.000Z', outcome: 'cancelled', text: 'Agenda' },
    ],
    [
      'a chat',
      'chat',
      { hs_communication_body: 'Dana: hello' },
      { text: 'Dana: hello', format: 'plain' },
    ],
    [
      'a ticket by mail',
      'ticket',
      { createdate: AT, content: 'It fails', source_type: 'EMAIL' },
      { direction: 'in', outcome: 'open' },
    ],
    [
      'a ticket by telephone',
      'ticket',
      { createdate: AT, source_type: 'PHONE', closed_date: AT },
      { direction: null, outcome: 'closed' },
    ],
    [
      'a survey answer',
      'survey',
      { hs_survey_type: 'NPS', hs_value: '3', hs_content: 'Slow' },
      { field: 'answer', survey: { type: 'nps', score: 3 } },
    ],
    ['a custom survey', 'survey', { hs_survey_type: 'CUSTOM' }, { survey: null, text: '' }],
    [
      'a task',
      'task',
      { hs_task_subject: 'Call', hs_task_status: 'NOT_STARTED' },
      { title: 'Call', outcome: 'not_started' },
    ],
    ['a note in rich text', 'note', { hs_note_body: '<p>She asked.</p>' }, { format: 'html' }],
  ] as const)('read %s', (...row) => {
    const [, kind, properties, expected] = row;
    expect(activity(kind, properties)).toMatchObject(expected);
  });
});

describe('A deal', () => {
  const deal = { dealname: 'D', pipeline: 'p', dealstage: 'b', createdate: AT };

  it('counts a change of owner only when the owner changed', () => {
    const hubspot_owner_id = [
      { value: '2', timestamp: '2026-11-03T00:00:00Z' },
      { value: '1', timestamp: '2026-11-02T00:00:00Z' },
      { value: '1', timestamp: '2026-11-01T00:00:00Z' },
      { value: '', timestamp: '2026-10-01T00:00:00Z' },
    ];
    const input = {
      id: '1',
      updatedAt: AT,
      properties: deal,
      propertiesWithHistory: { hubspot_owner_id },
    };
    expect(map('deal', input).record).toMatchObject({
      ownerHistory: [
        { ownerId: '1', at: '2026-11-01T00:00:00.000Z' },
        { ownerId: '2', at: '2026-11-03T00:00:00.000Z' },
      ],
    });
  });

  it('without history has been in its one stage since it was made', () => {
    expect(map('deal', object(deal)).record).toMatchObject({
      stageHistory: [{ stageId: 'b', at: AT }],
    });
  });

  it('without a stage is not taken over', () => {
    expect(map('deal', object({ ...deal, dealstage: null })).receipt?.reason).toContain('no stage');
  });

  it('obeys the tick in our own field', () => {
    expect(map('deal', object({ ...deal, attune_do_not_analyse: 'true' })).record).toMatchObject({
      doNotAnalyse: true,
    });
  });
});
