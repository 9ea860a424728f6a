import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';
import type { BuyerMessageBody } from '../../shared/api/sandbox/post-buyer-message.ts';
import { AppError } from '../../shared/errors.ts';
import type { Edit } from '../../test/simulators/hubspot/hubspot-account.ts';
import type { HubSpotRecord } from '../../test/simulators/hubspot/hubspot-record.ts';
import type { HubSpotStandIn } from '../../test/simulators/hubspot/start-hubspot.ts';

export interface BuyerDeskOptions {
  readonly standIn: HubSpotStandIn;
  readonly clock: () => Date;
  /** What was written is kept here, so that a later start of the stand-in still has it. */
  readonly file: string;
}

export interface SentMessage {
  readonly kind: 'email' | 'note';
  readonly id: string;
  /** As it stands in the CRM. */
  readonly text: string;
}

export interface BuyerDesk {
  send(message: BuyerMessageBody): SentMessage;
}

/** Puts what a visitor writes as a buyer into the stand-in CRM, in the form in which HubSpot would hold it. */
export function createBuyerDesk({ standIn, clock, file }: BuyerDeskOptions): BuyerDesk {
  return {
    send(message) {
      const edit = message.as === 'note' ? toNote(standIn, message) : toMail(standIn, message);
      const stamped = {
        ...edit,
        at: clock(),
        properties: { ...edit.properties, hs_timestamp: clock().toISOString() },
      };
      const record = standIn.putRecord(stamped);
      appendFileSync(file, `${JSON.stringify({ ...stamped, id: record.id })}\n`);
      const text = record.properties.hs_email_text ?? record.properties.hs_note_body ?? '';
      return { kind: message.as === 'note' ? 'note' : 'email', id: record.id, text };
    },
  };
}

/** Gives a restarted stand-in back what visitors wrote before. */
export function replayBuyerMessages(standIn: HubSpotStandIn, file: string): void {
  if (!existsSync(file)) return;
  for (const line of wholeLines(file)) {
    // Our own lines, written above.
    const edit = JSON.parse(line) as Omit<Edit, 'at'> & { at: string };
    standIn.putRecord({ ...edit, at: new Date(edit.at) });
  }
}

/** What follows the last line end is a message that a kill cut off while it was written; it goes. */
function wholeLines(file: string): readonly string[] {
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf('\n') + 1;
  if (end < bytes.length) truncateSync(file, end);
  return bytes.toString('utf8', 0, end).split('\n').filter(Boolean);
}

function associationsOf({
  recordKind,
  recordId,
  personId,
}: BuyerMessageBody): NonNullable<Edit['associations']> {
  return { contacts: [personId], deals: recordKind === 'deal' ? [recordId] : [] };
}

function toNote(standIn: HubSpotStandIn, message: BuyerMessageBody): Edit {
  const contact = contactOf(standIn, message.personId);
  return {
    type: 'notes',
    properties: {
      hs_note_body: message.text,
      hubspot_owner_id: contact.properties.hubspot_owner_id ?? null,
    },
    associations: associationsOf(message),
  };
}

function toMail(standIn: HubSpotStandIn, message: BuyerMessageBody): Edit {
  const contact = contactOf(standIn, message.personId);
  const { firstname = '', lastname = '', email = '' } = contact.properties;
  const thread = `visitor-${message.recordId}-${message.personId}`;
  return {
    type: 'emails',
    properties: {
      hs_email_subject: message.as === 'reply' ? 'Re: our talk' : 'A question',
      hs_email_text: message.as === 'reply' ? withQuotedMail(message.text) : message.text,
      hs_email_direction: 'INCOMING_EMAIL',
      hs_email_headers: JSON.stringify({
        from: { email, firstName: firstname, lastName: lastname },
        to: [],
        cc: [],
      }),
      hs_email_from_email: email,
      hs_email_thread_id: thread,
      hubspot_owner_id: contact.properties.hubspot_owner_id ?? null,
    },
    associations: associationsOf(message),
  };
}

/** Our own side's words stand below a reply; the reader must leave them alone. */
function withQuotedMail(text: string): string {
  return `${text}\n\nOn Tuesday, Larkfield wrote:\n> Hello,\n> are you worried about the price, or is everything clear?\n> Kind regards\n`;
}

function contactOf(standIn: HubSpotStandIn, personId: string): HubSpotRecord {
  const contact = standIn.getRecord('contacts', personId);
  if (contact) return contact;
  throw new AppError('record_unknown', `The sandbox has no person ${personId}.`, {
    recovery: 'skip',
  });
}
