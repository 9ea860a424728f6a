import { z } from 'zod';
import type { PressingQuestion } from '../../port.ts';
import type { SalesforceClient } from '../client.ts';
import { PIPELINES } from '../objects.ts';
import { idsWith } from '../values.ts';
import { query } from './query.ts';
import { toSoql } from './soql.ts';

const Met = z.object({ WhatId: z.string() });
const Row = z.object({ Id: z.string() });

/** Two calls: the next meetings ahead, then the latest activity. A closed deal's meeting is rare and harmless. */
export async function readPressingDeals(
  client: SalesforceClient,
  { pipelineIds, now, limit }: PressingQuestion,
): Promise<readonly string[]> {
  if (pipelineIds !== null && !PIPELINES.some(({ id }) => pipelineIds.includes(id))) return [];
  const meetings = await query(
    client,
    toSoql({
      object: 'Event',
      fields: ['WhatId'],
      conditions: [`StartDateTime >= ${now}`, "What.Type = 'Opportunity'", 'IsDeleted = false'],
      orderBy: 'StartDateTime',
      limit,
    }),
  );
  const active = await query(
    client,
    toSoql({
      object: 'Opportunity',
      fields: ['Id'],
      conditions: ['IsClosed = false', 'IsDeleted = false'],
      orderBy: 'LastActivityDate DESC NULLS LAST',
      limit,
    }),
  );
  const met = meetings.rows.map((row) => Met.safeParse(row).data?.WhatId);
  const rest = active.rows.map((row) => Row.safeParse(row).data?.Id);
  return [...new Set(idsWith('006', [...met, ...rest]))].slice(0, limit);
}
