import type { ObjectName } from '../hubspot-record.ts';

/** All of these, each by any of its names. Scopes by path: research/hubspot.md §1, §4.3 and the API reference's pages. */
export type ScopeNeed = readonly (readonly string[])[];

const CONTACTS_READ = ['crm.objects.contacts.read'];
const CONTACTS_WRITE = ['crm.objects.contacts.write'];

/** "Spec security for calls/notes/tasks/meetings/communications: crm.objects.contacts.read" (research/hubspot.md §4.3). */
const ACTIVITIES: readonly ObjectName[] = ['calls', 'meetings', 'notes', 'tasks', 'communications'];

const READ: Readonly<Partial<Record<ObjectName, ScopeNeed>>> = {
  emails: [CONTACTS_READ, ['sales-email-read']],
  tickets: [['tickets', 'crm.objects.tickets.read']],
};
const WRITE: Readonly<Partial<Record<ObjectName, ScopeNeed>>> = {
  emails: [CONTACTS_WRITE],
  tickets: [['tickets', 'crm.objects.tickets.write']],
};

export function toRead(type: ObjectName): ScopeNeed {
  if (ACTIVITIES.includes(type)) return [CONTACTS_READ];
  return READ[type] ?? [[`crm.objects.${type}.read`]];
}

export function toWrite(type: ObjectName): ScopeNeed {
  if (ACTIVITIES.includes(type)) return [CONTACTS_WRITE];
  return WRITE[type] ?? [[`crm.objects.${type}.write`]];
}

/** The properties API lets either scope in to read; for activities that of contacts is assumed. */
export function toReadSchema(type: ObjectName): ScopeNeed {
  const noun = schemaNoun(type);
  return [[`crm.schemas.${noun}.read`, `crm.objects.${noun}.read`, ...(toRead(type)[0] ?? [])]];
}

export function toWriteSchema(type: ObjectName): ScopeNeed {
  return type === 'tickets' ? [['tickets']] : [[`crm.schemas.${schemaNoun(type)}.write`]];
}

export function missingScopes(need: ScopeNeed, granted: readonly string[]): readonly string[] {
  return need.filter((names) => !names.some((name) => granted.includes(name))).flat();
}

function schemaNoun(type: ObjectName): string {
  return ACTIVITIES.includes(type) || type === 'emails' ? 'contacts' : type;
}

/** Every scope that any path here may ask for: the widest installation. */
export const EVERY_SCOPE: readonly string[] = [
  'oauth',
  ...(['contacts', 'companies', 'deals', 'leads'] as const).flatMap((noun) => [
    `crm.objects.${noun}.read`,
    `crm.objects.${noun}.write`,
    `crm.schemas.${noun}.read`,
    `crm.schemas.${noun}.write`,
  ]),
  'crm.objects.owners.read',
  'crm.objects.feedback_submissions.read',
  'crm.extensions_calling_transcripts.read',
  'conversations.read',
  'forms',
  'sales-email-read',
  'settings.users.read',
  'tickets',
];
