import type { PipelineRecord } from '../../records.ts';
import { mapPipelines } from '../map-in-pipeline.ts';
import type { Org } from './org.ts';
import { isRaw, parseRecord } from './raw-record.ts';

export async function readPipelines(org: Org): Promise<readonly PipelineRecord[]> {
  const raws = (await org.stages()).map((row) => parseRecord('pipeline', row));
  return mapPipelines(raws.filter(isRaw));
}
