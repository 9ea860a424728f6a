import { z } from 'zod';
import type { ActivityRecord, RecordKind } from '../records.ts';
import { isOf } from './objects.ts';
import type { Row } from './reading/rows.ts';
import {
  addressesOf,
  flag,
  followed,
  optionalMoment,
  optionalNumber,
  optionalText,
  requiredMoment,
} from './values.ts';

type ActivityRowKind = 'email' | 'call' | 'meeting' | 'note' | 'task' | 'ticket' | 'survey';
type Mapped = Omit<ActivityRecord, 'kind' | 'id' | 'updatedAt' | 'archived'>;

const MAPPERS: Readonly<Record<ActivityRowKind, (row: Row) => Mapped | null>> = {
  email: mapEmail,
  call: mapTask,
  meeting: mapEvent,
  note: mapNote,
  task: mapTask,
  ticket: mapCase,
  survey: mapAnswer,
};

export function isActivityRow(kind: RecordKind): kind is ActivityRowKind {
  return kind in MAPPERS;
}

const Stamp = z.object({ Id: z.string(), SystemModstamp: requiredMoment, IsDeleted: flag });

/** Null: a value is not what Salesforce's own description says. */
export function mapInActivity(kind: ActivityRowKind, row: Row): ActivityRecord | null {
  const stamp = Stamp.safeParse(row).data;
  const mapped = MAPPERS[kind](row);
  if (stamp === undefined || mapped === null) return null;
  const { Id: id, SystemModstamp: updatedAt, IsDeleted: archived } = stamp;
  return { kind, id, updatedAt, archived, ...mapped };
}

const PLAIN: Pick<
  Mapped,
  'field' | 'format' | 'endAt' | 'direction' | 'threadId' | 'outcome' | 'survey' | 'participants'
> = {
  field: 'body',
  format: 'plain',
  endAt: null,
  direction: null,
  threadId: null,
  outcome: null,
  survey: null,
  participants: [],
};

const Email = z.object({
  TextBody: optionalText,
  HtmlBody: optionalText,
  Subject: optionalText,
  MessageDate: requiredMoment,
  Incoming: flag,
  FromAddress: optionalText,
  FromName: optionalText,
  ToAddress: optionalText,
  CcAddress: optionalText,
  ThreadIdentifier: optionalText,
  RelatedToId: optionalText,
  CreatedById: optionalText,
});

/** The plain text where there is one: offsets into it mean the same to the org's own reader. */
function mapEmail(row: Row): Mapped | null {
  const mail = Email.safeParse(row).data;
  if (mail === undefined) return null;
  const { TextBody, HtmlBody, Subject, MessageDate, Incoming, RelatedToId } = mail;
  return {
    ...PLAIN,
    at: MessageDate,
    direction: Incoming ? 'in' : 'out',
    title: Subject,
    ...(TextBody === null && HtmlBody !== null
      ? { format: 'html', text: HtmlBody }
      : { text: TextBody ?? '' }),
    ownerId: Incoming ? null : mail.CreatedById,
    participants: participantsOf(mail),
    contactIds: [],
    dealIds: dealOf(RelatedToId),
    threadId: mail.ThreadIdentifier,
  };
}

function participantsOf(mail: z.infer<typeof Email>): Mapped['participants'] {
  const others = (role: 'to' | 'cc', list: string | null) =>
    addressesOf(list).map((email) => ({ role, name: null, email }));
  const [author = null] = addressesOf(mail.FromAddress);
  return [
    { role: 'author', name: mail.FromName, email: author },
    ...others('to', mail.ToAddress),
    ...others('cc', mail.CcAddress),
  ];
}

const Task = z.object({
  Subject: optionalText,
  Description: optionalText,
  OwnerId: optionalText,
  WhoId: optionalText,
  WhatId: optionalText,
  CallType: optionalText,
  Status: optionalText,
  ActivityDate: optionalMoment,
  CompletedDateTime: optionalMoment,
  CreatedDate: requiredMoment,
});

const DIRECTIONS: Readonly<Record<string, 'in' | 'out'>> = { Inbound: 'in', Outbound: 'out' };

/** A call that was logged, or a to-do. */
function mapTask(row: Row): Mapped | null {
  const task = Task.safeParse(row).data;
  if (task === undefined) return null;
  const { CompletedDateTime, ActivityDate, CreatedDate, CallType, Status } = task;
  return {
    ...PLAIN,
    at: CompletedDateTime ?? ActivityDate ?? CreatedDate,
    direction: DIRECTIONS[CallType ?? ''] ?? null,
    title: task.Subject,
    text: task.Description ?? '',
    ownerId: task.OwnerId,
    contactIds: personOf(task.WhoId),
    dealIds: dealOf(task.WhatId),
    outcome: Status?.toLowerCase() ?? null,
  };
}

const Event = z.object({
  Subject: optionalText,
  Description: optionalText,
  OwnerId: optionalText,
  WhoId: optionalText,
  WhatId: optionalText,
  StartDateTime: requiredMoment,
  EndDateTime: optionalMoment,
});

function mapEvent(row: Row): Mapped | null {
  const event = Event.safeParse(row).data;
  if (event === undefined) return null;
  return {
    ...PLAIN,
    at: event.StartDateTime,
    endAt: event.EndDateTime,
    title: event.Subject,
    text: event.Description ?? '',
    ownerId: event.OwnerId,
    contactIds: personOf(event.WhoId),
    dealIds: dealOf(event.WhatId),
  };
}

const Note = z.object({
  Title: optionalText,
  Body: optionalText,
  OwnerId: optionalText,
  ParentId: optionalText,
  CreatedDate: requiredMoment,
});

function mapNote(row: Row): Mapped | null {
  const note = Note.safeParse(row).data;
  if (note === undefined) return null;
  return {
    ...PLAIN,
    at: note.CreatedDate,
    title: note.Title,
    text: note.Body ?? '',
    ownerId: note.OwnerId,
    contactIds: personOf(note.ParentId),
    dealIds: dealOf(note.ParentId),
  };
}

const Case = z.object({
  Subject: optionalText,
  Description: optionalText,
  Status: optionalText,
  ContactId: optionalText,
  SuppliedName: optionalText,
  SuppliedEmail: optionalText,
  CreatedDate: requiredMoment,
});

/** What is described is what the customer wrote: cases are opened by mail, by form or for them. */
function mapCase(row: Row): Mapped | null {
  const found = Case.safeParse(row).data;
  if (found === undefined) return null;
  const { SuppliedName: name, SuppliedEmail: email } = found;
  return {
    ...PLAIN,
    at: found.CreatedDate,
    direction: 'in',
    title: found.Subject,
    text: found.Description ?? '',
    ownerId: null,
    participants: email === null ? [] : [{ role: 'author', name, email }],
    contactIds: personOf(found.ContactId),
    dealIds: [],
    outcome: found.Status?.toLowerCase() ?? null,
  };
}

const QuestionAnswer = z.object({
  ResponseValue: optionalText,
  NumberValue: optionalNumber,
  CreatedDate: requiredMoment,
});
const SurveyAnswer = z.object({ SubmitterId: optionalText, CompletionDateTime: optionalMoment });

function mapAnswer(row: Row): Mapped | null {
  const answer = QuestionAnswer.safeParse(row).data;
  const whole = SurveyAnswer.safeParse(followed(row, 'Response') ?? {}).data;
  if (answer === undefined || whole === undefined) return null;
  return {
    ...PLAIN,
    field: 'answer',
    at: whole.CompletionDateTime ?? answer.CreatedDate,
    direction: 'in',
    title: null,
    text: answer.ResponseValue ?? '',
    ownerId: null,
    contactIds: personOf(whole.SubmitterId),
    dealIds: [],
  };
}

function personOf(id: string | null): string[] {
  return isOf('contact', id) || isOf('lead', id) ? [id] : [];
}

function dealOf(id: string | null): string[] {
  return isOf('opportunity', id) ? [id] : [];
}
