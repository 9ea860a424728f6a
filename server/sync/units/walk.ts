import type { Receipt } from '../../crm/records.ts';
import type { ApplyTools } from '../apply-changes.ts';
import type { AppliedPage, SyncUnit } from '../port.ts';

/** A page to commit and where to go on, or why the unit ends here without having come to its end. */
export type WalkedPage =
  | { readonly page: AppliedPage; readonly next: string | null }
  | { readonly ends: readonly Receipt[] };

/** Fetches one page of a unit, and writes nothing of it. */
export type Walk = (tools: ApplyTools, unit: SyncUnit) => Promise<WalkedPage>;

export const NOTHING: AppliedPage = { subjects: [], activities: [], gone: [], receipts: [] };
