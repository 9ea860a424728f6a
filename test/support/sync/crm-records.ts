import type { ContactRecord, DealRecord, PipelineRecord } from '../../../server/crm/records.ts';
import type { Activity } from '../../../server/domain/activity.ts';
import type { Evidence } from '../../../server/domain/evidence.ts';
import type { AppliedPage, ReadActivity } from '../../../server/sync/port.ts';

/** Records with every field filled plainly; a test names only what it is about. */

export function contact(id: string, more: Partial<ContactRecord> = {}): ContactRecord {
  return {
    kind: 'contact',
    id,
    updatedAt: '2026-03-02T08:00:00.000Z',
    archived: false,
    name: `Person ${id}`,
    email: `${id}@buyer.example`,
    title: 'Head of Operations',
    ownerId: null,
    companyIds: [],
    doNotAnalyse: false,
    responses: null,
    ...more,
  };
}

export function deal(id: string, more: Partial<DealRecord> = {}): DealRecord {
  return {
    kind: 'deal',
    id,
    updatedAt: '2026-03-02T08:00:00.000Z',
    archived: false,
    name: `Deal ${id}`,
    pipelineId: 'sales',
    stageId: 'demo',
    stageHistory: [{ stageId: 'demo', at: '2026-03-01T08:00:00.000Z' }],
    amount: 48000.5,
    currency: 'GBP',
    closeAt: null,
    createdAt: '2026-03-01T08:00:00.000Z',
    ownerId: 'sam',
    ownerHistory: [{ ownerId: 'sam', at: '2026-03-01T08:00:00.000Z' }],
    contactIds: [],
    companyIds: [],
    doNotAnalyse: false,
    ...more,
  };
}

export const salesPipeline: PipelineRecord = {
  kind: 'pipeline',
  id: 'sales',
  updatedAt: '2026-01-01T00:00:00.000Z',
  archived: false,
  label: 'Sales',
  stages: [
    { id: 'demo', label: 'Demo held', closed: null },
    { id: 'won', label: 'Closed won', closed: 'won' },
    { id: 'lost', label: 'Closed lost', closed: 'lost' },
  ],
};

export function activity(id: string, more: Partial<Activity> = {}): Activity {
  return {
    kind: 'email',
    id,
    at: '2026-03-03T09:00:00.000Z',
    endAt: null,
    direction: 'in',
    authorPersonId: 'dana',
    sellerId: null,
    personIds: ['dana'],
    tie: { kind: 'none' },
    threadId: null,
    outcome: null,
    survey: null,
    topics: ['price'],
    questions: 1,
    automatic: false,
    ...more,
  };
}

export function evidence(id: string, of: Activity, more: Partial<Evidence> = {}): Evidence {
  return {
    id,
    activityId: of.id,
    activityKind: of.kind,
    at: of.at,
    personId: of.authorPersonId,
    notedBySellerId: null,
    driver: 'certainty',
    pole: 'threatened',
    status: 'said',
    strength: 0.8,
    quote: 'what happens if it slips',
    shown: 'what happens if it slips',
    start: 10,
    end: 34,
    tie: of.tie,
    ...more,
  };
}

/** An activity that was read, with one piece of evidence unless others are given. */
export function read(of: Activity, more: Partial<ReadActivity> = {}): ReadActivity {
  return {
    activity: of,
    updatedAt: of.at,
    ownerId: 'sam',
    evidence: [evidence(`e-${of.id}`, of)],
    statements: [],
    readByModel: 'cues-1',
    notReadBecause: null,
    silence: null,
    ...more,
  };
}

export function page(more: Partial<AppliedPage>): AppliedPage {
  return { subjects: [], activities: [], gone: [], receipts: [], ...more };
}
