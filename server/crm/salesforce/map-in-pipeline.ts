import type { PipelineRecord } from '../records.ts';
import { PIPELINES, type PipelineId } from './objects.ts';
import type { RawRecord } from './reading/raw-record.ts';
import { toFlag, toWords } from './values.ts';

/** What orgs call the type, or the record type, of a deal that renews what was bought. */
const RENEWAL = /renew/i;

/** Salesforce has one list of stages; that a deal is a renewal stands in its type or its record type. */
export function pipelineOf({ fields }: Pick<RawRecord, 'fields'>): PipelineId {
  const names = [fields['Type'], fields['RecordType.Name']].map(toWords);
  return names.some((name) => RENEWAL.test(name ?? '')) ? 'renewal' : 'opportunity';
}

/** All stages that the org has, in each pipeline: which of them a sales process uses, SOQL does not say. */
export function mapPipelines(stages: readonly RawRecord[]): readonly PipelineRecord[] {
  const moments = stages.map(({ updatedAt }) => updatedAt).sort();
  const shared = {
    ...({ kind: 'pipeline', archived: false } as const),
    updatedAt: moments.at(-1) ?? '1970-01-01T00:00:00.000Z',
    stages: stages.flatMap(toStage),
  };
  return PIPELINES.map(({ id, label }) => ({ ...shared, id, label }));
}

function toStage({ fields }: RawRecord): PipelineRecord['stages'] {
  const id = toWords(fields['ApiName']) ?? toWords(fields['MasterLabel']);
  const label = toWords(fields['MasterLabel']) ?? id;
  return id === null || label === null ? [] : [{ id, label, closed: closedOf(fields) }];
}

function closedOf(fields: RawRecord['fields']): 'won' | 'lost' | null {
  if (!toFlag(fields['IsClosed'])) return null;
  return toFlag(fields['IsWon']) ? 'won' : 'lost';
}
