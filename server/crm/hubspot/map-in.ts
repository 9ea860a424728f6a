import type { CrmRecord, DealRecord, Receipt } from '../records.ts';
import { mapActivity } from './map-in-activity.ts';
import { DO_NOT_ANALYSE } from './objects.ts';
import type { ObjectKind, ObjectName } from './objects.ts';
import type { RawRecord } from './reading/raw-record.ts';
import { receipt } from './reading/raw-record.ts';
import { toResponses } from './responses.ts';
import { toFlag, toInstant, toNumber, toWords } from './values.ts';

export interface Mapped {
  readonly record: CrmRecord | null;
  readonly receipt: Receipt | null;
}

/** One HubSpot object becomes a neutral record, or a receipt that says why not. Never throws. */
export function mapIn(kind: ObjectKind, raw: RawRecord): Mapped {
  switch (kind) {
    case 'company':
      return taken(company(raw));
    case 'contact':
      return taken(contact(raw));
    case 'deal':
      return deal(raw);
    case 'lead':
      return taken(lead(raw));
    default:
      return mapActivity(kind, raw);
  }
}

type Base = Pick<RawRecord, 'id' | 'updatedAt' | 'archived'>;

function base({ id, updatedAt, archived }: RawRecord): Base {
  return { id, updatedAt, archived };
}

function taken(record: CrmRecord): Mapped {
  return { record, receipt: null };
}

function company(raw: RawRecord): CrmRecord {
  const { name, domain, industry } = raw.properties;
  return {
    kind: 'company',
    ...base(raw),
    name: toWords(name) ?? toWords(domain) ?? 'Unnamed company',
    domain: toWords(domain)?.toLowerCase() ?? null,
    industry: toWords(industry),
  };
}

function contact(raw: RawRecord): CrmRecord {
  const properties = raw.properties;
  const email = toWords(properties['email'])?.toLowerCase() ?? null;
  const names = [properties['firstname'], properties['lastname']].map(toWords);
  return {
    kind: 'contact',
    ...base(raw),
    name: names.filter((name) => name !== null).join(' ') || (email ?? 'Unnamed contact'),
    email,
    title: toWords(properties['jobtitle']),
    ownerId: toWords(properties['hubspot_owner_id']),
    companyIds: targets(raw, 'companies'),
    doNotAnalyse: toFlag(properties[DO_NOT_ANALYSE]),
    responses: toResponses(properties),
  };
}

function deal(raw: RawRecord): Mapped {
  const properties = raw.properties;
  const stageId = toWords(properties['dealstage']);
  const pipelineId = toWords(properties['pipeline']);
  const createdAt = toInstant(properties['createdate']) ?? raw.createdAt;
  if (stageId === null || pipelineId === null || createdAt === null) {
    const why = 'has no pipeline, no stage or no day of creation';
    return { record: null, receipt: receipt('deal', raw.id, why) };
  }
  return taken({
    kind: 'deal',
    ...base(raw),
    name: toWords(properties['dealname']) ?? 'Unnamed deal',
    pipelineId,
    stageId,
    stageHistory: stageHistory(raw, { stageId, at: createdAt }),
    amount: toNumber(properties['amount']),
    currency: toWords(properties['deal_currency_code']),
    closeAt: toInstant(properties['closedate']),
    createdAt,
    ownerId: toWords(properties['hubspot_owner_id']),
    ownerHistory: ownerHistory(raw),
    contactIds: targets(raw, 'contacts'),
    companyIds: targets(raw, 'companies'),
    doNotAnalyse: toFlag(properties[DO_NOT_ANALYSE]),
  });
}

type StageChange = DealRecord['stageHistory'][number];

/** A deal without history has been in its one stage since it was made. */
function stageHistory(raw: RawRecord, only: StageChange): StageChange[] {
  const values = raw.history['dealstage'] ?? [];
  return values.length === 0 ? [only] : values.map(({ value, at }) => ({ stageId: value, at }));
}

function targets(raw: RawRecord, type: ObjectName): string[] {
  return [...(raw.associations.get(type) ?? [])];
}

/** Saving a deal can log the same owner again; only a change is a change. */
function ownerHistory(raw: RawRecord): DealRecord['ownerHistory'] {
  const values = raw.history['hubspot_owner_id'] ?? [];
  return values
    .filter(({ value }, index) => value !== values[index - 1]?.value)
    .map(({ value, at }) => ({ ownerId: value, at }));
}

function lead(raw: RawRecord): CrmRecord {
  const properties = raw.properties;
  return {
    kind: 'lead',
    ...base(raw),
    name: toWords(properties['hs_lead_name']) ?? 'Unnamed lead',
    contactIds: targets(raw, 'contacts'),
    ownerId: toWords(properties['hubspot_owner_id']),
    createdAt: toInstant(properties['hs_createdate']) ?? raw.createdAt ?? raw.updatedAt,
  };
}
