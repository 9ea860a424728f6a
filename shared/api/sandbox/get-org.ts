import { z } from 'zod';

const OrgSubject = z.strictObject({
  recordId: z.string(),
  objectApiName: z.enum(['Opportunity', 'Contact', 'Lead']),
  title: z.string(),
  company: z.string(),
  /** The org's own stage in words, "Contact" or "Lead". */
  crmStage: z.string(),
  outcome: z.enum(['open', 'won', 'lost', 'person', 'lead']),
  hasCard: z.boolean(),
  people: z.array(
    z.strictObject({ id: z.string(), name: z.string(), title: z.string().nullable() }),
  ),
});
export type OrgSubject = z.infer<typeof OrgSubject>;

/** GET /sandbox/org: the records of the sandbox's stand-in Salesforce, the best story first. */
export const getOrg = {
  method: 'GET',
  path: '/sandbox/org',
  response: z.strictObject({
    name: z.string(),
    /** Whether the Lightning card can be drawn: its first build takes a while, and may fail. */
    cardPage: z.enum(['building', 'ready', 'failed']),
    /** Its first night has been written into it. */
    isTold: z.boolean(),
    subjects: z.array(OrgSubject),
  }),
} as const;
export type OrgView = z.infer<typeof getOrg.response>;
