import { z } from 'zod';
import { ACTIVITY_KINDS } from './vocabulary.ts';

/** What can be switched off of what we read: each activity kind, call transcripts, and the CRM's response figures. */
export const READ_SWITCHES = [...ACTIVITY_KINDS, 'transcript', 'responses'] as const;

/** What an admin decides for one CRM account. */
export const TenantSettings = z.strictObject({
  /** The night begins at this full hour of the account's own clock. */
  nightHour: z.number().int().min(0).max(23),
  /** CRM calls we may make from one midnight of the account to the next. */
  dailyCalls: z.number().int().min(100).max(1_000_000),
  /** Pipelines whose deals are read and get cards. A new account has chosen none, and nothing is read. */
  pipelineIds: z.array(z.string().min(1)).max(100),
  /** What is not read although we could. */
  notRead: z.array(z.enum(READ_SWITCHES)),
  /** Our own fields on deals and contacts are kept up to date. */
  writeBack: z.boolean(),
});
export type TenantSettings = z.infer<typeof TenantSettings>;

export const DEFAULT_SETTINGS: TenantSettings = {
  nightHour: 2,
  dailyCalls: 40_000,
  pipelineIds: [],
  notRead: [],
  writeBack: false,
};
