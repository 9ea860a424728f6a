import type { ContactRecord, CrmRecord, DealRecord, Receipt } from '../records.ts';
import { mapActivity } from './map-in-activity.ts';
import { pipelineOf } from './map-in-pipeline.ts';
import type { ObjectType } from './objects/object-type.ts';
import { receipt } from './reading/raw-record.ts';
import type { RawRecord } from './reading/raw-record.ts';
import { idsWith, toDomain, toFlag, toInstant, toNumber, toWords } from './values.ts';

export interface Mapped {
  /** Both null: nothing of ours, such as a draft. */
  readonly record: CrmRecord | null;
  readonly receipt: Receipt | null;
}

type Source = Pick<ObjectType, 'kind' | 'object'>;

/** One Salesforce row becomes a neutral record, or a receipt that says why not. Never throws. */
export function mapIn({ kind, object }: Source, raw: RawRecord): Mapped {
  switch (kind) {
    case 'owner':
      return taken(owner(raw));
    case 'company':
      return taken(company(raw));
    case 'contact':
      return taken(object === 'Lead' ? lead(raw) : contact(raw));
    case 'deal':
      return deal(raw);
    default:
      return mapActivity({ kind, object }, raw);
  }
}

function base({ id, updatedAt, isDeleted }: RawRecord) {
  return { id, updatedAt, archived: isDeleted };
}

function taken(record: CrmRecord): Mapped {
  return { record, receipt: null };
}

function owner(raw: RawRecord): CrmRecord {
  const { Name: name, Email: email, UserRoleId: role } = raw.fields;
  return {
    kind: 'owner',
    ...base(raw),
    name: toWords(name) ?? 'Unnamed user',
    email: toWords(email)?.toLowerCase() ?? null,
    userId: raw.id,
    // People of one role see the same records; Salesforce knows no other team that every org has.
    teamIds: idsWith('00E', [role]),
  };
}

function company(raw: RawRecord): CrmRecord {
  const { Name: name, Website: website, Industry: industry } = raw.fields;
  return {
    kind: 'company',
    ...base(raw),
    name: toWords(name) ?? 'Unnamed company',
    domain: toDomain(website),
    industry: toWords(industry),
  };
}

function contact(raw: RawRecord): CrmRecord {
  return { ...person(raw), companyIds: idsWith('001', [raw.fields['AccountId']]) };
}

/** A converted one lives on as a contact (take-over.ts). Its firm is words only: no account stands behind them. */
function lead(raw: RawRecord): CrmRecord {
  const { fields } = raw;
  const isConverted = toFlag(fields['IsConverted']) || successorOf(raw) !== null;
  const known = person(raw);
  return {
    ...known,
    archived: known.archived || isConverted,
    companyName: toWords(fields['Company']),
  };
}

/** The record in which this one lives on: of a merge, or of a lead's conversion. */
export function successorOf({ isDeleted, masterId, fields }: RawRecord): string | null {
  return isDeleted ? masterId : toWords(fields['ConvertedContactId']);
}

function person(raw: RawRecord): ContactRecord {
  const { fields } = raw;
  const email = toWords(fields['Email'])?.toLowerCase() ?? null;
  return {
    kind: 'contact',
    ...base(raw),
    archived: raw.isDeleted || isToBeForgotten(raw),
    name: toWords(fields['Name']) ?? email ?? 'Unnamed contact',
    email,
    title: toWords(fields['Title']),
    ownerId: idsWith('005', [fields['OwnerId']])[0] ?? null,
    companyIds: [],
    doNotAnalyse: isNotToBeAnalysed(raw),
    responses: null,
  };
}

/** Who asked to be forgotten is told like one who was deleted: what we know of them goes. */
function isToBeForgotten({ fields }: RawRecord): boolean {
  return toFlag(fields['Individual.ShouldForget']);
}

function isNotToBeAnalysed({ fields }: RawRecord): boolean {
  return [
    fields['Do_Not_Analyse__c'],
    fields['Individual.HasOptedOutProfiling'],
    fields['Individual.HasOptedOutProcessing'],
  ].some(toFlag);
}

function deal(raw: RawRecord): Mapped {
  const { fields } = raw;
  const stageId = toWords(fields['StageName']);
  const createdAt = toInstant(fields['CreatedDate']);
  if (stageId === null || createdAt === null)
    return { record: null, receipt: receipt('deal', raw.id, 'has no stage or no day of creation') };
  return taken({
    kind: 'deal',
    ...base(raw),
    name: toWords(fields['Name']) ?? 'Unnamed deal',
    pipelineId: pipelineOf(raw),
    stageId,
    stageHistory: stageHistory(raw, { stageId, at: createdAt }),
    amount: toNumber(fields['Amount']),
    currency: toWords(fields['CurrencyIsoCode']),
    closeAt: toInstant(fields['CloseDate']),
    createdAt,
    ownerId: toWords(fields['OwnerId']),
    ownerHistory: ownerHistory(raw),
    contactIds: [...new Set(idsWith('003', column(raw, 'OpportunityContactRoles', 'ContactId')))],
    companyIds: idsWith('001', [fields['AccountId']]),
    doNotAnalyse: false,
  });
}

function column(raw: RawRecord, relationship: string, name: string) {
  return (raw.children[relationship] ?? []).map((row) => row[name]);
}

type StageChange = DealRecord['stageHistory'][number];

/** Rows are also written when an amount or a day changes: only another stage is a change. */
function stageHistory(raw: RawRecord, only: StageChange): StageChange[] {
  const rows = (raw.children['OpportunityHistories'] ?? [])
    .flatMap((row) => {
      const [stageId, at] = [toWords(row['StageName']), toInstant(row['CreatedDate'])];
      return stageId === null || at === null ? [] : [{ stageId, at }];
    })
    .sort(byMoment)
    .filter(({ stageId }, index, all) => stageId !== all[index - 1]?.stageId);
  return rows.length === 0 ? [only] : rows;
}

/** Each change of owner is told twice, once with names and once with ids. */
function ownerHistory(raw: RawRecord): DealRecord['ownerHistory'] {
  return (raw.children['Histories'] ?? [])
    .flatMap((row) => {
      const [ownerId] = idsWith('005', [row['NewValue']]);
      const at = toInstant(row['CreatedDate']);
      return ownerId === undefined || at === null ? [] : [{ ownerId, at }];
    })
    .sort(byMoment);
}

function byMoment(a: { readonly at: string }, b: { readonly at: string }): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0;
}
