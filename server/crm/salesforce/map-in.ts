import { z } from 'zod';
import type { CrmRecord, Receipt, RecordKind } from '../records.ts';
import { mapInActivity, isActivityRow } from './map-in-activity.ts';
import type { Row } from './reading/rows.ts';
import {
  flag,
  followed,
  optionalMoment,
  optionalNumber,
  optionalText,
  requiredMoment,
} from './values.ts';

export type MappedIn =
  | { readonly record: CrmRecord; readonly receipt: null }
  | { readonly record: null; readonly receipt: Receipt };

/** Rows that belong to a deal and stand in objects of their own. */
export interface DealSurroundings {
  readonly contactIds: readonly string[];
  /** Oldest first. */
  readonly stageHistory: readonly { readonly stageId: string; readonly at: string }[];
  readonly ownerHistory: readonly { readonly ownerId: string; readonly at: string }[];
}

/** One row as our record, or a receipt that says why not; nothing of the row's text is in it. */
export function mapIn(
  kind: RecordKind,
  row: Row,
  around: DealSurroundings | null = null,
): MappedIn {
  const record = isActivityRow(kind) ? mapInActivity(kind, row) : mapSubject(kind, row, around);
  if (record !== null) return { record, receipt: null };
  const reason = `The ${kind} ${row.Id} has a value that we do not understand, so it was not taken over.`;
  return { record: null, receipt: { kind, id: row.Id, reason } };
}

function mapSubject(kind: RecordKind, row: Row, around: DealSurroundings | null): CrmRecord | null {
  if (kind === 'owner') return mapOwner(row);
  if (kind === 'company') return mapCompany(row);
  if (kind === 'contact') return mapContact(row);
  if (kind === 'lead') return mapLead(row);
  return kind === 'deal' && around !== null ? mapDeal(row, around) : null;
}

const base = { Id: z.string(), SystemModstamp: requiredMoment, IsDeleted: flag };

export function stamped({
  Id,
  SystemModstamp,
  IsDeleted,
}: {
  readonly Id: string;
  readonly SystemModstamp: string;
  readonly IsDeleted: boolean;
}) {
  return { id: Id, updatedAt: SystemModstamp, archived: IsDeleted };
}

const User = z.object({
  ...base,
  Name: z.string(),
  Email: optionalText,
  IsActive: z.boolean().nullish(),
  UserRoleId: optionalText,
});

/** Who has left stays known: their mails and notes are still ours. */
function mapOwner(row: Row): CrmRecord | null {
  const user = User.safeParse(row).data;
  if (user === undefined) return null;
  const { Id, Name, Email, UserRoleId } = user;
  const teamIds = UserRoleId === null ? [] : [UserRoleId];
  return { kind: 'owner', ...stamped(user), name: Name, email: Email, userId: Id, teamIds };
}

const Account = z.object({
  ...base,
  Name: z.string(),
  Website: optionalText,
  Industry: optionalText,
});

function mapCompany(row: Row): CrmRecord | null {
  const account = Account.safeParse(row).data;
  if (account === undefined) return null;
  const { Name: name, Website, Industry: industry } = account;
  return { kind: 'company', ...stamped(account), name, domain: domainOf(Website), industry };
}

function domainOf(website: string | null): string | null {
  if (website === null) return null;
  const address = website.includes('://') ? website : `https://${website}`;
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : null;
}

const Person = z.object({
  ...base,
  Name: optionalText,
  Email: optionalText,
  Title: optionalText,
  OwnerId: optionalText,
  AccountId: optionalText,
  IsConverted: flag,
  Do_Not_Analyse__c: flag,
});

const Wishes = z.object({
  ShouldForget: flag,
  HasOptedOutProfiling: flag,
  HasOptedOutProcessing: flag,
});

/** A lead that was converted lives on as a contact: the lead itself counts as gone. */
function mapContact(row: Row): CrmRecord | null {
  const person = Person.safeParse(row).data;
  const wishes = Wishes.safeParse(followed(row, 'Individual') ?? {}).data;
  if (person === undefined || wishes === undefined) return null;
  const { Name, Email, Title, OwnerId, AccountId, IsConverted, Do_Not_Analyse__c } = person;
  return {
    kind: 'contact',
    ...stamped(person),
    archived: person.IsDeleted || IsConverted || wishes.ShouldForget,
    name: Name ?? Email ?? 'Unnamed person',
    email: Email,
    title: Title,
    ownerId: OwnerId,
    companyIds: AccountId === null ? [] : [AccountId],
    doNotAnalyse: Do_Not_Analyse__c || Object.values(wishes).some(Boolean),
    responses: null,
  };
}

const Lead = z.object({
  ...base,
  Name: z.string(),
  OwnerId: optionalText,
  CreatedDate: requiredMoment,
  IsConverted: flag,
});

function mapLead(row: Row): CrmRecord | null {
  const lead = Lead.safeParse(row).data;
  if (lead === undefined) return null;
  const { Id, Name: name, OwnerId: ownerId, CreatedDate: createdAt, IsConverted } = lead;
  const archived = lead.IsDeleted || IsConverted;
  return { kind: 'lead', ...stamped(lead), archived, name, contactIds: [Id], ownerId, createdAt };
}

/** Every org's opportunities run through one list of stages; which process shows which of them is the seller's view. */
export const PIPELINE_ID = 'opportunity';

const Opportunity = z.object({
  ...base,
  Name: z.string(),
  StageName: z.string(),
  Amount: optionalNumber,
  CurrencyIsoCode: optionalText,
  CloseDate: optionalMoment,
  CreatedDate: requiredMoment,
  OwnerId: optionalText,
  AccountId: optionalText,
});

function mapDeal(row: Row, { contactIds, stageHistory, ownerHistory }: DealSurroundings) {
  const deal = Opportunity.safeParse(row).data;
  if (deal === undefined) return null;
  const { Name, StageName, Amount, CurrencyIsoCode, CloseDate, CreatedDate, OwnerId, AccountId } =
    deal;
  const first = { stageId: StageName, at: CreatedDate };
  return {
    kind: 'deal' as const,
    ...stamped(deal),
    name: Name,
    pipelineId: PIPELINE_ID,
    stageId: StageName,
    stageHistory: stageHistory.length > 0 ? [...stageHistory] : [first],
    amount: Amount,
    currency: CurrencyIsoCode,
    closeAt: CloseDate,
    createdAt: CreatedDate,
    ownerId: OwnerId,
    ownerHistory:
      ownerHistory.length > 0 || OwnerId === null
        ? [...ownerHistory]
        : [{ ownerId: OwnerId, at: CreatedDate }],
    contactIds: [...contactIds],
    companyIds: AccountId === null ? [] : [AccountId],
    doNotAnalyse: false,
  };
}
