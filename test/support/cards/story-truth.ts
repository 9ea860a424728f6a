import { z } from 'zod';
import { BUYING_ROLES, DRIVERS, POLES, STAGES } from '../../../shared/vocabulary.ts';

/** What a story's author holds to be true of it (test/fixtures/stories/README.md); the engine never reads it. */
export const StoryTruth = z.object({
  goodNews: z.boolean(),
  stages: z.array(z.object({ from: z.string().transform(Number), stage: z.enum(STAGES) })),
  roles: z.record(z.string(), z.enum(BUYING_ROLES)),
  concernNow: z.string().nullable(),
  concerns: z.array(
    z.object({ id: z.string(), person: z.string(), driver: z.enum(DRIVERS), about: z.string() }),
  ),
  readings: z.array(
    z.object({
      activity: z.string(),
      person: z.string(),
      driver: z.enum(DRIVERS),
      pole: z.enum(POLES),
    }),
  ),
  nextStepsAccepted: z.array(z.string()),
  nextStepsRefused: z.array(z.string()),
});
export type StoryTruth = z.infer<typeof StoryTruth>;
