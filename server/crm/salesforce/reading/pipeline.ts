import type { PipelineRecord } from '../../records.ts';
import type { SalesforceClient } from '../client.ts';
import { mapPipeline } from '../map-in.ts';
import { query } from './query.ts';
import { isRaw, parseRecord } from './raw-record.ts';

/** A handful of rows, read whole each time. */
const STAGES =
  'SELECT Id, SystemModstamp, ApiName, MasterLabel, IsActive, IsClosed, IsWon, SortOrder ' +
  'FROM OpportunityStage ORDER BY SortOrder';

export async function readPipeline(client: SalesforceClient): Promise<PipelineRecord> {
  const { rows } = await query(client, STAGES);
  const raws = rows.map((row) => parseRecord('pipeline', row));
  return mapPipeline(raws.filter(isRaw));
}
