import type { ContactRecord } from '../records.ts';
import type { ObjectType } from './objects.ts';
import { toInstant, toNumber, toWords } from './values.ts';
import type { Scalar } from './values.ts';

type Responses = NonNullable<ContactRecord['responses']>;

/** Names as in data/crm-recordings/hubspot/estuary/contacts_properties_response.json; HubSpot keeps them by itself. */
const PROPERTY_OF: Readonly<Record<keyof Responses, string>> = {
  mailingsOpened: 'hs_email_open',
  mailingOpenedAt: 'hs_email_last_open_date',
  mailingsClicked: 'hs_email_click',
  mailingClickedAt: 'hs_email_last_click_date',
  mailingsAnswered: 'hs_email_replied',
  mailingAnsweredAt: 'hs_email_last_reply_date',
  mailOpenedAt: 'hs_sales_email_last_opened',
  mailClickedAt: 'hs_sales_email_last_clicked',
  mailAnsweredAt: 'hs_sales_email_last_replied',
  pagesSeen: 'hs_analytics_num_page_views',
  pageSeenAt: 'hs_analytics_last_timestamp',
  formName: 'recent_conversion_event_name',
  formFilledAt: 'recent_conversion_date',
};

/** Contacts with these figures: 13 properties more in the same call. */
export function withResponses(contacts: ObjectType): ObjectType {
  return { ...contacts, properties: [...contacts.properties, ...Object.values(PROPERTY_OF)] };
}

/** Null where HubSpot knows none of them, or where they were not asked for. */
export function toResponses(
  properties: Readonly<Record<string, Scalar>>,
): ContactRecord['responses'] {
  const of = (field: keyof Responses): Scalar => properties[PROPERTY_OF[field]];
  const count = (field: keyof Responses): number | null => toCount(of(field));
  const moment = (field: keyof Responses) => toInstant(of(field));
  const responses: Responses = {
    mailingsOpened: count('mailingsOpened'),
    mailingOpenedAt: moment('mailingOpenedAt'),
    mailingsClicked: count('mailingsClicked'),
    mailingClickedAt: moment('mailingClickedAt'),
    mailingsAnswered: count('mailingsAnswered'),
    mailingAnsweredAt: moment('mailingAnsweredAt'),
    mailOpenedAt: moment('mailOpenedAt'),
    mailClickedAt: moment('mailClickedAt'),
    mailAnsweredAt: moment('mailAnsweredAt'),
    pagesSeen: count('pagesSeen'),
    pageSeenAt: moment('pageSeenAt'),
    formName: withoutAddress(toWords(of('formName'))),
    formFilledAt: moment('formFilledAt'),
  };
  return Object.values(responses).every((value) => value === null) ? null : responses;
}

function toCount(value: Scalar): number | null {
  const number = toNumber(value);
  return Number.isSafeInteger(number) && number !== null && number >= 0 ? number : null;
}

const LONGEST_NAME = 120;
const LONGEST_READ = 1_000;
const ADDRESS = /(?:\b[a-z][a-z\d+.-]*:\/\/|\bwww\.)\S*|\b[\w-]+(?:\.[\w-]+)+\/\S*/gi;

/** HubSpot names a form after its page, which may be an address; where somebody was on the web is not kept. */
function withoutAddress(name: string | null): string | null {
  const words = name?.slice(0, LONGEST_READ).replace(ADDRESS, ' ').replaceAll(/\s+/g, ' ') ?? '';
  return toWords(words.replace(/^[\s:|–-]+|[\s:|–-]+$/g, '').slice(0, LONGEST_NAME));
}
