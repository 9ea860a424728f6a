import type { Receipt } from '../../crm/records.ts';
import type { ApplyTools } from '../apply-changes.ts';
import type { AppliedPage, SyncUnit } from '../port.ts';

/** What was fetched and where to go on, or why the unit ends here without having come to its end. */
export type WalkedPage =
  | { readonly read: () => Promise<AppliedPage>; readonly next: string | null }
  | { readonly ends: readonly Receipt[] };

/**
 * Fetches one page of a unit, and writes nothing of it. Where it goes on is known before the page is read, so that the
 * next one can be fetched meanwhile.
 */
export type Walk = (tools: ApplyTools, unit: SyncUnit) => Promise<WalkedPage>;

export const NOTHING: AppliedPage = { subjects: [], activities: [], gone: [], receipts: [] };

/** A page in which there is nothing left to read. */
export function alreadyRead(page: AppliedPage, next: string | null): WalkedPage {
  return { read: () => Promise.resolve(page), next };
}
