import { z } from 'zod';

/** GET /sandbox/subjects: the sandbox's deals, conversations and companies of several deals, the best story first. */
export const getSubjects = {
  method: 'GET',
  path: '/sandbox/subjects',
  response: z.strictObject({
    subjects: z.array(
      z.strictObject({
        recordKind: z.enum(['deal', 'contact', 'company']),
        recordId: z.string(),
        title: z.string(),
        company: z.string(),
        /** The CRM's own stage in words, "Conversation", or how many deals a company has. */
        crmStage: z.string(),
        outcome: z.enum(['open', 'won', 'lost', 'conversation', 'company']),
        hasCard: z.boolean(),
        /** The seller who owns it, of `viewers`: the page looks as them until another viewer is chosen. */
        ownerUserId: z.string().nullable().optional(),
        people: z.array(
          z.strictObject({ id: z.string(), name: z.string(), title: z.string().nullable() }),
        ),
      }),
    ),
    /** Sellers one may look as; the first owns the best story. */
    viewers: z.array(z.strictObject({ userId: z.string(), email: z.string(), name: z.string() })),
  }),
} as const;
export type Subjects = z.infer<typeof getSubjects.response>;
