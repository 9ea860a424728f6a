import type { RecordKind } from '../../crm/records.ts';

/** What an admin calls the records of a kind. */
export const KIND_NOUNS: Readonly<Record<RecordKind, string>> = {
  owner: 'owners',
  pipeline: 'pipelines',
  company: 'companies',
  contact: 'contacts',
  deal: 'deals',
  lead: 'leads',
  email: 'mails',
  call: 'calls',
  meeting: 'meetings',
  note: 'notes',
  chat: 'chat messages',
  thread: 'chat threads',
  ticket: 'tickets',
  survey: 'survey answers',
  form: 'form submissions',
  task: 'tasks',
};
