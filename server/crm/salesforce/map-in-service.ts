import type { Instant } from '../../../shared/ids.ts';
import type { ActivityRecord } from '../records.ts';
import type { RawRecord } from './reading/raw-record.ts';
import { idsWith, personIds, toFlag, toInstant, toNumber, toText, toWords } from './values.ts';

/** What differs from kind to kind; the rest of an activity is the same for all. */
export type Particulars = Pick<ActivityRecord, 'title' | 'text'> &
  Partial<
    Pick<
      ActivityRecord,
      | 'archived'
      | 'format'
      | 'field'
      | 'endAt'
      | 'direction'
      | 'participants'
      | 'threadId'
      | 'outcome'
      | 'survey'
      | 'ownerId'
      | 'contactIds'
    >
  > & { readonly at: Instant | null };

/** A case that came by telephone was worded by our side. */
const WRITTEN_BY_US = 'Phone';

export function ticket({ id, fields }: RawRecord): Particulars {
  return {
    threadId: id,
    at: toInstant(fields['CreatedDate']),
    title: toWords(fields['Subject']),
    text: toText(fields['Description']),
    direction: toWords(fields['Origin']) === WRITTEN_BY_US ? null : 'in',
    outcome: toFlag(fields['IsClosed']) ? 'closed' : 'open',
  };
}

/** User.UserType of a customer in a portal or on a site, and of our own people (Object Reference, User). */
const CUSTOMERS: ReadonlySet<string> = new Set([
  ...['customersuccess', 'powercustomersuccess', 'cspliteportal', 'selfservice'],
]);
const COLLEAGUES: ReadonlySet<string> = new Set(['standard']);

/** Null: a machine's or a partner's, who are neither side. What only colleagues see was never said to the customer. */
export function caseComment({ fields }: RawRecord): Particulars | null {
  const userType = toWords(fields['CreatedBy.UserType'])?.toLowerCase() ?? '';
  const common = {
    at: toInstant(fields['CreatedDate']),
    title: toWords(fields['Parent.Subject']),
    text: toText(fields['CommentBody']),
    threadId: toWords(fields['ParentId']),
  };
  if (CUSTOMERS.has(userType)) return { ...common, ...byCustomer(fields) };
  return COLLEAGUES.has(userType) ? { ...common, ...byColleague(fields) } : null;
}

function byCustomer(fields: RawRecord['fields']) {
  const written = personIds([fields['CreatedBy.ContactId']]);
  return {
    direction: 'in',
    ownerId: idsWith('005', [fields['Parent.OwnerId']])[0] ?? null,
    contactIds: written.length > 0 ? written : personIds([fields['Parent.ContactId']]),
  } as const;
}

function byColleague(fields: RawRecord['fields']) {
  return {
    direction: 'out',
    archived: !toFlag(fields['IsPublished']),
    ownerId: idsWith('005', [fields['CreatedById']])[0] ?? null,
    contactIds: personIds([fields['Parent.ContactId']]),
  } as const;
}

type SurveyType = NonNullable<ActivityRecord['survey']>['type'];
const RATINGS: Readonly<Record<string, SurveyType>> = { NPS: 'nps', CSAT: 'csat' };

/** Null: nobody's whom we know. Only what was written freely is words; a choice is the survey's own. */
export function surveyAnswer({ fields }: RawRecord): Particulars | null {
  const contactIds = personIds([fields['Response.SubmitterId']]);
  if (contactIds.length === 0) return null;
  const isFree =
    toWords(fields['Datatype']) === 'String' && toWords(fields['ChoiceValue']) === null;
  const type = RATINGS[toWords(fields['Question.QuestionType'])?.toUpperCase() ?? ''];
  return {
    at: toInstant(fields['Response.CompletionDateTime']),
    title: null,
    field: 'answer',
    text: isFree ? toText(fields['ResponseValue']) : '',
    direction: 'in',
    survey: type === undefined ? null : { type, score: toNumber(fields['NumberValue']) },
    contactIds,
  };
}
