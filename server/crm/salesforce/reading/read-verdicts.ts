import { z } from 'zod';
import { DRIVERS } from '../../../../shared/vocabulary.ts';
import type { Instant } from '../../../../shared/ids.ts';
import type { GivenVerdict } from '../../port.ts';
import type { SalesforceClient } from '../client.ts';
import { FEEDBACK_OBJECT } from '../objects.ts';
import { isSalesforceId, toInstant } from '../values.ts';
import type { Org } from './org.ts';
import { queryWhole } from './query.ts';
import { BY_CHANGE, since, toSoql } from './soql.ts';

const EVER: Instant = '1970-01-01T00:00:00.000Z';
/** As the windows of records end: what is younger is left to the next night, and is in the news of this one. */
const LAG_MS = 5 * 60_000;

const id = z.string().refine(isSalesforceId);
const Row = z.object({
  Person_Id__c: id,
  Opportunity__c: id.nullish(),
  Subject__c: z.enum(DRIVERS),
  Verdict__c: z.enum(['right', 'not_right']),
  CreatedById: id,
  SystemModstamp: z.string(),
});

export interface VerdictQuestion {
  readonly client: SalesforceClient;
  readonly org: Org;
  readonly clock: () => Date;
}

/** One call where somebody answered something, none where nobody did. Rows that we do not understand are passed over. */
export async function readVerdicts(
  { client, org, clock }: VerdictQuestion,
  from: Instant | null,
): Promise<readonly GivenVerdict[]> {
  const to = new Date(clock().getTime() - LAG_MS).toISOString();
  if (await org.isQuiet([FEEDBACK_OBJECT], { from: from ?? EVER, to })) return [];
  const fields = ['Id', ...Object.keys(Row.shape)];
  const conditions = ["Kind__c = 'driver'", since(from), 'IsDeleted = false'];
  const question = { object: FEEDBACK_OBJECT, fields, conditions, orderBy: BY_CHANGE };
  return (await queryWhole(client, toSoql(question))).flatMap(toVerdict);
}

function toVerdict(input: unknown): readonly GivenVerdict[] {
  const row = Row.safeParse(input).data;
  const at = toInstant(row?.SystemModstamp);
  if (row === undefined || at === null) return [];
  return [
    {
      dealId: row.Opportunity__c ?? null,
      personId: row.Person_Id__c,
      driver: row.Subject__c,
      verdict: row.Verdict__c,
      givenBy: row.CreatedById,
      at,
    },
  ];
}
