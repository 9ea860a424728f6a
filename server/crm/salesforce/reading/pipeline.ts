import type { PipelineRecord } from '../../records.ts';
import { mapPipeline } from '../map-in.ts';
import type { Org } from './org.ts';
import { isRaw, parseRecord } from './raw-record.ts';

export async function readPipeline(org: Org): Promise<PipelineRecord> {
  const raws = (await org.stages()).map((row) => parseRecord('pipeline', row));
  return mapPipeline(raws.filter(isRaw));
}
