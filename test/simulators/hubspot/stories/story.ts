import { z } from 'zod';
import { parseMoment } from './story-time.ts';
import type { StoryMoment } from './story-time.ts';

/** The form of test/fixtures/stories/*.story.yaml; strict, so that a slip of the pen fails a test. */

const moment = z.union([z.string(), z.number()]).transform((value, context): StoryMoment => {
  const text = typeof value === 'number' && value > 0 ? `+${value}` : String(value);
  const parsed = parseMoment(text);
  if (parsed !== null) return parsed;
  context.addIssue(`Not a moment of a story: ${text}`);
  return z.NEVER;
});

const key = z.string().min(1);
const keys = z.array(key).default([]);
const line = z.strictObject({ who: key, says: z.string() });

const Deal = z.strictObject({
  key: key.optional(),
  name: z.string(),
  owner: key,
  takenOver: z.strictObject({ from: key, at: moment }).optional(),
  pipeline: z.enum(['sales', 'renewal']),
  amount: z.number(),
  currency: z.string().length(3),
  created: moment,
  close: moment,
  people: z.array(key).min(1),
  stages: z.array(z.strictObject({ stage: z.string(), at: moment })).min(1),
});

const anyActivity = {
  id: key,
  at: moment,
  deal: z.enum(['none', 'first', 'second', 'both']).optional(),
};
const written = { from: key, text: z.string().optional() };

const Activity = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('email'),
    ...anyActivity,
    ...written,
    to: keys,
    cc: keys,
    thread: key.optional(),
    subject: z.string(),
    html: z.string().optional(),
  }),
  z.strictObject({
    kind: z.literal('call'),
    ...anyActivity,
    ...written,
    with: keys,
    transcript: z.array(line).optional(),
  }),
  z.strictObject({
    kind: z.literal('meeting'),
    ...anyActivity,
    ...written,
    with: keys,
    title: z.string(),
    minutes: z.int().positive(),
    outcome: z.literal('cancelled').optional(),
  }),
  z.strictObject({ kind: z.literal('note'), ...anyActivity, from: key, text: z.string() }),
  z.strictObject({
    kind: z.literal('chat'),
    ...anyActivity,
    from: key.optional(),
    with: keys,
    lines: z.array(line).min(1),
  }),
  z.strictObject({
    kind: z.literal('ticket'),
    ...anyActivity,
    from: key,
    subject: z.string(),
    text: z.string(),
    status: z.enum(['open', 'closed']),
  }),
  z.strictObject({
    kind: z.literal('survey'),
    ...anyActivity,
    from: key,
    survey: z.enum(['nps', 'csat', 'ces']),
    score: z.number(),
    question: z.string(),
    text: z.string().nullish(),
  }),
  z.strictObject({
    kind: z.literal('task'),
    ...anyActivity,
    ...written,
    subject: z.string(),
    due: moment,
  }),
]);

export const Story = z.strictObject({
  id: key,
  title: z.string(),
  industry: z.string(),
  company: z.strictObject({ name: z.string(), domain: z.string() }),
  people: z
    .array(z.strictObject({ key, name: z.string(), title: z.string(), email: z.email() }))
    .min(1)
    .max(5),
  deal: Deal.optional(),
  deal2: Deal.optional(),
  lead: z.strictObject({ name: z.string(), owner: key }).optional(),
  /** A first chapter without a deal, before the deal was made. */
  conversation: z
    .strictObject({ people: z.array(key), owner: key, from: moment, to: moment })
    .optional(),
  activities: z.array(Activity).min(1),
});

export const Cast = z.object({
  company: z.object({ name: z.string(), domain: z.string(), timeZone: z.string() }),
  sellers: z.array(z.object({ key, name: z.string(), title: z.string(), email: z.email() })),
  /** Addresses of buyers whose "do not analyse" is set, and of those who are leads (test/fixtures/org-stories). */
  doNotAnalyse: z.array(z.email()).default([]),
  leads: z.array(z.email()).default([]),
  pipelines: z.array(
    z.object({
      key,
      label: z.string(),
      stages: z.array(
        z.object({ key, label: z.string(), closed: z.enum(['won', 'lost']).optional() }),
      ),
    }),
  ),
});

export type Story = z.infer<typeof Story>;
export type StoryDeal = z.infer<typeof Deal>;
export type StoryActivity = z.infer<typeof Activity>;
export type Cast = z.infer<typeof Cast>;
export type Line = z.infer<typeof line>;
