import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mapIn } from '../../server/crm/hubspot/map-in.ts';
import { OBJECT_TYPES } from '../../server/crm/hubspot/objects.ts';
import type { ObjectKind } from '../../server/crm/hubspot/objects.ts';
import { isReceipt, parseRecord } from '../../server/crm/hubspot/reading/raw-record.ts';
import { withResponses } from '../../server/crm/hubspot/responses.ts';
import { CrmRecord, type Receipt } from '../../server/crm/records.ts';
import { loadRecordedObjects, RECORDED_KINDS as KINDS } from '../support/recorded-objects.ts';
import type {
  RecordedKind as Kind,
  RecordedObject as Recorded,
} from '../support/recorded-objects.ts';

/** A property → what the record says of it. What is not here is asked for and not kept as it stands, with the reason. */
const WORDS = (field: string) => (record: CrmRecord) => valueOf(record, field);
const FIGURE = (field: string) => (record: CrmRecord) =>
  valueOf(valueOf(record, 'responses'), field);
const KEPT: Readonly<Record<Kind, Readonly<Record<string, (record: CrmRecord) => unknown>>>> = {
  contact: {
    firstname: (record) => partOf(record, 'name'),
    lastname: (record) => partOf(record, 'name'),
    email: WORDS('email'),
    jobtitle: WORDS('title'),
    hubspot_owner_id: WORDS('ownerId'),
    hs_email_open: FIGURE('mailingsOpened'),
    hs_email_last_open_date: FIGURE('mailingOpenedAt'),
    hs_email_click: FIGURE('mailingsClicked'),
    hs_email_last_click_date: FIGURE('mailingClickedAt'),
    hs_email_replied: FIGURE('mailingsAnswered'),
    hs_email_last_reply_date: FIGURE('mailingAnsweredAt'),
    hs_sales_email_last_opened: FIGURE('mailOpenedAt'),
    hs_sales_email_last_clicked: FIGURE('mailClickedAt'),
    hs_sales_email_last_replied: FIGURE('mailAnsweredAt'),
    hs_analytics_num_page_views: FIGURE('pagesSeen'),
    hs_analytics_last_timestamp: FIGURE('pageSeenAt'),
    recent_conversion_event_name: FIGURE('formName'),
    recent_conversion_date: FIGURE('formFilledAt'),
  },
  company: { name: WORDS('name'), domain: WORDS('domain'), industry: WORDS('industry') },
  deal: {
    dealname: WORDS('name'),
    pipeline: WORDS('pipelineId'),
    dealstage: WORDS('stageId'),
    amount: WORDS('amount'),
    deal_currency_code: WORDS('currency'),
    closedate: WORDS('closeAt'),
    createdate: WORDS('createdAt'),
    hubspot_owner_id: WORDS('ownerId'),
  },
  ticket: {
    subject: WORDS('title'),
    content: WORDS('text'),
    createdate: WORDS('at'),
    hubspot_owner_id: WORDS('ownerId'),
  },
};
const NOT_KEPT: Readonly<Record<string, string>> = {
  hs_merged_object_ids: 'told beside the record, as ids that are gone',
  attune_do_not_analyse: 'our own flag',
  lastmodifieddate: 'sorts a search; the record’s own updatedAt is kept',
  hs_timestamp: 'a ticket is as old as its createdate',
  hs_pipeline: 'tickets have no stages here',
  hs_pipeline_stage: 'tickets have no stages here',
  source_type: 'becomes the direction',
  closed_date: 'becomes the outcome',
};

/** By kind, what a record cannot do without, and the words of its receipt. */
const NEEDED: Readonly<Record<Kind, readonly (readonly [string, RegExp])[]>> = {
  contact: [],
  company: [],
  deal: [
    ['properties.dealstage', /has no pipeline, no stage/],
    ['properties.pipeline', /has no pipeline, no stage/],
    ['properties.createdate and createdAt', /no day of creation/],
  ],
  ticket: [['properties.createdate and createdAt', /does not say when it happened/]],
};
const ALWAYS_NEEDED = [
  ['id', /is not a record we understand|has a part we do not understand \(id\)/],
  ['properties', /has a part we do not understand \(properties\)/],
  [
    'updatedAt and properties.hs_lastmodifieddate and properties.lastmodifieddate',
    /came without its time of change/,
  ],
] as const;

let recorded: readonly (readonly [Kind, Recorded])[] = [];
beforeAll(async () => {
  recorded = await loadRecordedObjects();
});

describe('Every recorded HubSpot record', () => {
  it.each(KINDS)('of kind %s keeps each property that we ask for', (kind) => {
    const records = recorded.filter(([each]) => each === kind);
    expect(records.length).toBeGreaterThan(1);
    for (const [, sent] of records) {
      const record = taken(kind, sent);
      for (const [property, told] of Object.entries(KEPT[kind])) {
        const value = sent.properties[property] ?? null;
        if (value !== null && value !== '') expect(same(told(record), value)).toBe(true);
      }
      expect(record).toMatchObject({ id: String(sent.id), archived: sent.archived });
    }
  });

  it.each(KINDS)('of kind %s is asked for nothing that is neither kept nor explained', (kind) => {
    const type = OBJECT_TYPES[kind];
    const asked = (kind === 'contact' ? withResponses(type) : type).properties;
    const known = new Set([...Object.keys(KEPT[kind]), ...Object.keys(NOT_KEPT)]);
    expect(asked.filter((property) => !known.has(property))).toEqual([]);
    expect(Object.keys(KEPT[kind]).filter((property) => !asked.includes(property))).toEqual([]);
  });

  it('is read the same whatever unknown fields it carries', () => {
    const unknown = fc.dictionary(
      fc.string({ minLength: 1 }).map((name) => `unknown_${name}`),
      fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
    );
    const anything = fc.dictionary(
      fc.string({ minLength: 1 }).map((name) => `unknown_${name}`),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fc.constantFrom(...recorded), unknown, anything, ([kind, sent], more, rest) => {
        const properties = { ...more, ...sent.properties };
        expect(taken(kind, { ...rest, ...sent, properties })).toEqual(taken(kind, sent));
      }),
    );
  });

  it('is reported by a sentence for each needed part that is missing', () => {
    for (const [kind, sent] of recorded) {
      for (const [parts, words] of [...ALWAYS_NEEDED, ...NEEDED[kind]]) {
        const told = receiptOf(kind, without(sent, parts.split(' and ')));
        expect(told.kind).toBe(kind);
        expect(told.reason).toMatch(words);
        expect(told.reason).toMatch(/so it was not taken over\.$/);
        if (parts !== 'id') expect(told.id).toBe(String(sent.id));
      }
    }
  });

  it('is taken over without any of the parts that are not needed', () => {
    for (const [kind, sent] of recorded) {
      for (const property of Object.keys(KEPT[kind])) {
        if (NEEDED[kind].some(([parts]) => parts === `properties.${property}`)) continue;
        expect(() => taken(kind, without(sent, [`properties.${property}`]))).not.toThrow();
      }
    }
  });
});

function mapped(kind: ObjectKind, sent: unknown): CrmRecord | Receipt {
  const raw = parseRecord(kind, sent);
  if (isReceipt(raw)) return raw;
  const { record, receipt } = mapIn(kind, raw);
  const result = receipt ?? record;
  if (result === null) throw new Error(`A ${kind} was neither taken over nor reported.`);
  return result;
}

function taken(kind: ObjectKind, sent: unknown): CrmRecord {
  const result = mapped(kind, sent);
  if (isReceipt(result)) throw new Error(result.reason);
  return CrmRecord.parse(result);
}

function receiptOf(kind: ObjectKind, sent: unknown): Receipt {
  const result = mapped(kind, sent);
  if (!isReceipt(result)) throw new Error(`The ${kind} ${result.id} was taken over.`);
  return result;
}

function without(sent: Recorded, paths: readonly string[]): object {
  const copy: Record<string, unknown> = { ...sent, properties: { ...sent.properties } };
  for (const path of paths) {
    const [part = '', property] = path.split('.');
    // The copy above made `properties` an object of our own.
    const holder = property === undefined ? copy : (copy[part] as Record<string, unknown>);
    Reflect.deleteProperty(holder, property ?? part);
  }
  return copy;
}

function valueOf(holder: unknown, field: string): unknown {
  return Object.entries(holder ?? {}).find(([name]) => name === field)?.[1];
}

/** A first or last name as a part of the whole one. */
interface Part {
  readonly whole: string;
}

function partOf(record: CrmRecord, field: string): Part {
  return { whole: String(valueOf(record, field)) };
}

/** Moments are compared as moments and numbers as numbers, however they were written; words letter by letter. */
function same(told: unknown, sent: string | number | boolean): boolean {
  if (typeof told === 'number') return told === Number(sent);
  if (typeof told !== 'string') return isPart(told) && told.whole.includes(String(sent).trim());
  const isMoment = /^\d{4}-\d\d-\d\dT/.test(told);
  return isMoment ? Date.parse(told) === Date.parse(String(sent)) : told === String(sent);
}

function isPart(told: unknown): told is Part {
  return typeof told === 'object' && told !== null && 'whole' in told;
}
