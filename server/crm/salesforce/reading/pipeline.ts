import { z } from 'zod';
import { unexpectedAnswer } from '../errors.ts';
import type { SalesforceClient } from '../client.ts';
import { PIPELINE_ID } from '../map-in.ts';
import type { PipelineRecord } from '../../records.ts';
import { flag, requiredMoment } from '../values.ts';
import { queryRows } from './ask-rows.ts';

const Stage = z.object({
  ApiName: z.string(),
  MasterLabel: z.string(),
  IsClosed: flag,
  IsWon: flag,
  SystemModstamp: requiredMoment,
});

const SOQL =
  'SELECT Id, ApiName, MasterLabel, IsClosed, IsWon, SystemModstamp FROM OpportunityStage WHERE IsActive = true ORDER BY SortOrder';

/** All stages that an opportunity of the org may stand in, in their order: some dozen rows, one call. */
export async function readPipeline(client: SalesforceClient): Promise<PipelineRecord> {
  const { rows } = await queryRows(client, SOQL);
  const stages = rows.flatMap((row) => Stage.safeParse(row).data ?? []);
  const [updatedAt] = stages
    .map(({ SystemModstamp }) => SystemModstamp)
    .sort()
    .toReversed();
  if (updatedAt === undefined) throw unexpectedAnswer('GET /queryAll', 'names no stage of a deal');
  return {
    kind: 'pipeline',
    id: PIPELINE_ID,
    updatedAt,
    archived: false,
    label: 'Opportunities',
    stages: stages.map(({ ApiName, MasterLabel, IsClosed, IsWon }) => ({
      id: ApiName,
      label: MasterLabel,
      closed: IsClosed ? (IsWon ? 'won' : 'lost') : null,
    })),
  };
}
