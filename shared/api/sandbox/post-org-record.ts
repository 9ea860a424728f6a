import { z } from 'zod';

/**
 * POST /sandbox/org/records: what the card writes through Salesforce's own data service. With `apiName` a new record,
 * without it an edit of the one that `fields.Id` names.
 */
export const postOrgRecord = {
  method: 'POST',
  path: '/sandbox/org/records',
  body: z.strictObject({
    apiName: z.enum(['Insight_Feedback__c', 'Task']).optional(),
    fields: z.record(
      z.string(),
      z.union([z.string().max(32_000), z.number(), z.boolean(), z.null()]),
    ),
  }),
  response: z.strictObject({ id: z.string() }),
} as const;
export type OrgRecordBody = z.infer<typeof postOrgRecord.body>;
