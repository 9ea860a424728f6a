import type { HubSpotAccount, HubSpotOwner, HubSpotPipeline } from '../hubspot-record.ts';
import { SCALE_TYPES, scaleSource, scaleTranscript } from './scale-source.ts';
import type { ScalePlan } from './scale-source.ts';

/** The mix that the whole measuring run is held to (issue 3), 1,150,000 records. */
export const WHOLE_MIX = {
  contacts: 100_000,
  deals: 50_000,
  emails: 400_000,
  calls: 200_000,
  meetings: 150_000,
  notes: 150_000,
  tasks: 100_000,
} as const;

const OWNER_IDS = ['501', '502', '503'] as const;
const LONG_AGO = '2020-01-01T09:00:00.000Z';

/** An account with three owners, one pipeline, and as many records as asked for, made when they are read. */
export function largePortal(
  options: Pick<ScalePlan, 'seed' | 'counts' | 'before'> & Partial<ScalePlan>,
): HubSpotAccount {
  const plan: ScalePlan = { days: 180, ownerIds: OWNER_IDS, transcriptEvery: 0, ...options };
  return {
    records: [],
    sources: SCALE_TYPES.map((type) => scaleSource(plan, type)),
    transcripts: {},
    transcriptOf: (id) => scaleTranscript(plan, id),
    owners: plan.ownerIds.map(owner),
    pipelines: [PIPELINE],
  };
}

function owner(id: string, index: number): HubSpotOwner {
  return {
    ...{ id, firstName: 'Owner', lastName: id, email: `owner-${id}@larkfield.example` },
    userId: 9_001 + index,
    teams: [{ id: '71', name: 'Larkfield', primary: true }],
    ...{ createdAt: LONG_AGO, updatedAt: LONG_AGO, archived: false },
  };
}

const PIPELINE: HubSpotPipeline = {
  ...{ id: 'sales', label: 'Sales', displayOrder: 0 },
  ...{ createdAt: LONG_AGO, updatedAt: LONG_AGO, archived: false },
  stages: [
    stage('qualifiedtobuy', 'Qualified', '0.4'),
    stage('closedwon', 'Won', '1.0'),
    stage('closedlost', 'Lost', '0.0'),
  ],
};

function stage(id: string, label: string, probability: string): HubSpotPipeline['stages'][number] {
  const isClosed = String(id.startsWith('closed'));
  return { id, label, displayOrder: 0, metadata: { isClosed, probability }, archived: false };
}
