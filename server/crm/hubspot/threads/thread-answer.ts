import { z } from 'zod';
import { toInstant, toText } from '../values.ts';

/**
 * The answers of HubSpot's conversations interface, as its 2026-09 specification names them (HubSpot/HubSpot-public-api-
 * spec-collection, Conversations/Rollouts/338925/2026-09, commit 15609ab, read 2026-11-22). Lenient: unknown fields pass.
 */

const scalar = z.union([z.string(), z.number()]).nullish();
const id = z.union([z.string().min(1), z.number()]).transform(String);
const optionalId = id.nullish().transform((value) => value ?? null);
const moment = scalar.transform(toInstant);
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);

export const Thread = z.object({
  id,
  /** Missing while HubSpot knows no contact of the visitor (assumed; the specification calls it required). */
  associatedContactId: optionalId,
  originalChannelId: optionalId,
  createdAt: moment,
  latestMessageTimestamp: moment,
  archived: flag,
  spam: flag,
});
export type Thread = z.infer<typeof Thread>;

export const Message = z.object({
  id,
  /** MESSAGE is what was said; COMMENT, ASSIGNMENT, THREAD_STATUS_CHANGE and others are our side's own. */
  type: z.string(),
  createdAt: moment,
  archived: flag,
  text: scalar.transform(toText),
  /** NOT_TRUNCATED, TRUNCATED or TRUNCATED_TO_MOST_RECENT_REPLY. */
  truncationStatus: z.string().nullish(),
  direction: z.string().nullish(),
  senders: z
    .array(z.object({ actorId: z.string().nullish() }))
    .nullish()
    .transform((value) => value ?? []),
});
export type Message = z.infer<typeof Message>;
