import type { ActivityRecord, CrmRecord } from '../../../../server/crm/records.ts';
import { isActivity } from '../../../../server/crm/records.ts';
import { shown } from '../../../../server/inference/shown.ts';
import type { Org, Value } from '../org/org.ts';

type Fields = Readonly<Record<string, Value>>;
type Of<Kind extends CrmRecord['kind']> = Extract<CrmRecord, { readonly kind: Kind }>;

/** Which record of the org tells which one of the other CRM's, by "kind/id". */
export type OrgIds = ReadonlyMap<string, string>;

const NOBODY: ReadonlySet<string> = new Set();

/**
 * The records of another CRM, told as an org would hold them: people and deals first, for activities point to them. What
 * Salesforce has no place for stays out: chats, threads, forms and surveys, which are licensed or other objects there.
 * `leads`: the addresses of those who stand in the org as leads.
 */
export function tellRecords(
  org: Org,
  records: readonly CrmRecord[],
  leads: ReadonlySet<string> = NOBODY,
): OrgIds {
  const ids = new Map<string, string>();
  const teller = new Teller(org, ids, leads);
  const inOrder = ['owner', 'pipeline', 'company', 'contact', 'deal'] as const;
  for (const kind of inOrder)
    for (const record of records) if (record.kind === kind) teller.tellSubject(record);
  for (const record of records) if (isActivity(record)) teller.tellActivity(record);
  return ids;
}

class Teller {
  readonly #org: Org;
  readonly #ids: Map<string, string>;
  readonly #leads: ReadonlySet<string>;

  constructor(org: Org, ids: Map<string, string>, leads: ReadonlySet<string>) {
    this.#org = org;
    this.#ids = ids;
    this.#leads = leads;
  }

  tellSubject(record: CrmRecord): void {
    if (record.kind === 'owner')
      this.#put(record, 'User', { Name: record.name, Email: record.email, IsActive: true });
    if (record.kind === 'pipeline') this.#tellStages(record);
    if (record.kind === 'company')
      this.#put(record, 'Account', { Name: record.name, Website: record.domain });
    if (record.kind === 'contact') this.#tellContact(record);
    if (record.kind === 'deal') this.#tellDeal(record);
  }

  tellActivity(record: ActivityRecord): void {
    const tell = ACTIVITIES[record.kind];
    if (tell === undefined) return;
    const { type, fields } = tell(record);
    const about = {
      WhoId: this.#idOf('contact', record.contactIds[0]),
      WhatId: this.#idOf('deal', record.dealIds[0]),
      OwnerId: this.#idOf('owner', record.ownerId),
    };
    const own = type === 'EmailMessage' ? { RelatedToId: about.WhatId } : about;
    const links = type === 'Case' ? { ContactId: about.WhoId, OwnerId: about.OwnerId } : own;
    const id = this.#put(record, type, { ...fields, ...links });
    if (type === 'Task' || type === 'Event') this.#tellOthers(record, type, id);
  }

  /** As an org that shares activities: the row names the first, and counts them. */
  #tellOthers({ contactIds }: ActivityRecord, type: 'Task' | 'Event', Id: string): void {
    if (contactIds.length < 2) return;
    this.#org.put(type, { Id, WhoCount: contactIds.length });
    const object = type === 'Task' ? 'TaskWhoRelation' : 'EventRelation';
    for (const id of contactIds)
      this.#org.put(object, { [`${type}Id`]: Id, RelationId: this.#idOf('contact', id) });
  }

  #tellStages({ id, label, stages }: Of<'pipeline'>): void {
    for (const [SortOrder, stage] of stages.entries())
      this.#org.put('OpportunityStage', {
        ...{ ApiName: stage.label, MasterLabel: stage.label, SortOrder, IsActive: true },
        IsClosed: stage.closed !== null,
        IsWon: stage.closed === 'won',
      });
    for (const each of stages) this.#ids.set(`stage/${each.id}`, each.label);
    // Orgs tell renewals from new business by the deal's type.
    this.#ids.set(`pipeline/${id}`, /renew/i.test(label) ? 'Renewal' : 'New Business');
  }

  #tellContact(record: Of<'contact'>): void {
    const [FirstName = '', ...rest] = record.name.split(' ');
    const isLead = this.#leads.has(record.email ?? '');
    const AccountId = this.#idOf('company', record.companyIds[0]);
    const Company = this.#org.read('Account', AccountId ?? '')?.['Name'] ?? null;
    this.#put(record, isLead ? 'Lead' : 'Contact', {
      ...{ FirstName, LastName: rest.join(' '), Email: record.email, Title: record.title },
      ...(isLead ? { Company, Status: 'Open' } : { AccountId }),
      OwnerId: this.#idOf('owner', record.ownerId),
      Do_Not_Analyse__c: record.doNotAnalyse,
    });
  }

  #tellDeal(record: Of<'deal'>): void {
    const stageOf = (id: string): string => this.#ids.get(`stage/${id}`) ?? id;
    const OpportunityId = this.#put(record, 'Opportunity', {
      ...{
        Name: record.name,
        Amount: record.amount,
        CloseDate: record.closeAt?.slice(0, 10) ?? null,
      },
      StageName: stageOf(record.stageId),
      Type: this.#ids.get(`pipeline/${record.pipelineId}`) ?? null,
      AccountId: this.#idOf('company', record.companyIds[0]),
      OwnerId: this.#idOf('owner', record.ownerId),
      CreatedDate: record.createdAt,
    });
    for (const id of record.contactIds)
      this.#org.put('OpportunityContactRole', {
        OpportunityId,
        ContactId: this.#idOf('contact', id),
      });
    for (const { ownerId, at } of record.ownerHistory) {
      const NewValue = this.#idOf('owner', ownerId);
      const line = this.#org.put('OpportunityFieldHistory', {
        OpportunityId,
        Field: 'Owner',
        NewValue,
      });
      this.#backdate('OpportunityFieldHistory', line.Id, at);
    }
    for (const { stageId, at } of record.stageHistory) {
      const line = { OpportunityId, StageName: stageOf(stageId) };
      this.#backdate('OpportunityHistory', this.#org.put('OpportunityHistory', line).Id, at);
    }
  }

  #put(record: CrmRecord, type: string, { CreatedDate, ...fields }: Fields): string {
    const { Id } = this.#org.put(type, fields);
    this.#ids.set(`${record.kind}/${record.id}`, Id);
    if (typeof CreatedDate === 'string') this.#backdate(type, Id, CreatedDate);
    return Id;
  }

  /** The moment at which a record was made cannot be written, only told by who keeps it. */
  #backdate(type: string, id: string, CreatedDate: string): void {
    const record = this.#org.read(type, id);
    if (record !== null) this.#org.load(type, { ...record, CreatedDate });
  }

  #idOf(kind: string, id: string | null | undefined): string | null {
    return this.#ids.get(`${kind}/${id ?? ''}`) ?? null;
  }
}

interface Told {
  readonly type: string;
  readonly fields: Fields;
}

type Tell = (record: ActivityRecord) => Told;

const ACTIVITIES: Readonly<Partial<Record<ActivityRecord['kind'], Tell>>> = {
  email: tellEmail,
  call: (record) => ({ type: 'Task', fields: { ...done(record), TaskSubtype: 'Call' } }),
  note: (record) => ({ type: 'Task', fields: { ...done(record), TaskSubtype: 'Task' } }),
  task: (record) => ({
    type: 'Task',
    fields: { ...words(record), TaskSubtype: 'Task', ActivityDate: record.at.slice(0, 10) },
  }),
  meeting: (record) => ({
    type: 'Event',
    fields: { ...words(record), StartDateTime: record.at, EndDateTime: record.endAt },
  }),
  ticket: (record) => ({
    type: 'Case',
    fields: { ...words(record), Origin: 'Email', CreatedDate: record.at },
  }),
};

function tellEmail(record: ActivityRecord): Told {
  const addresses = (role: 'author' | 'to' | 'cc'): string =>
    record.participants
      .filter((each) => each.role === role)
      .flatMap(({ email }) => email ?? [])
      .join('; ');
  const author = record.participants.find(({ role }) => role === 'author');
  const text = { [record.format === 'html' ? 'HtmlBody' : 'TextBody']: record.text };
  return {
    type: 'EmailMessage',
    fields: {
      ...{ Subject: record.title, MessageDate: record.at, Incoming: record.direction === 'in' },
      ...{ FromAddress: addresses('author'), FromName: author?.name ?? null },
      ...{ ToAddress: addresses('to'), CcAddress: addresses('cc') },
      ...{ ThreadIdentifier: record.threadId, Status: '3' },
      ...text,
    },
  };
}

/** Fields for long texts hold plain ones here. */
function words({ title, text, format }: ActivityRecord): Fields {
  return { Subject: title, Description: format === 'html' ? shown(text) : text };
}

function done(record: ActivityRecord): Fields {
  const { at: CompletedDateTime, at: CreatedDate } = record;
  return { ...words(record), Status: 'Completed', IsClosed: true, CompletedDateTime, CreatedDate };
}
