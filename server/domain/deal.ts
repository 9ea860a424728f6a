import type { Instant } from '../../shared/ids.ts';
import type { OwnerChange } from './person.ts';

export type DealOutcome = 'open' | 'won' | 'lost';

export interface PipelineStageChange {
  readonly stageId: string;
  readonly at: Instant;
}

/** HubSpot deal or Salesforce opportunity. */
export interface Deal {
  readonly id: string;
  readonly name: string;
  readonly pipelineId: string;
  readonly pipelineLabel: string;
  readonly stageId: string;
  /** As the CRM prints it, for the chip "CRM: Contract sent". */
  readonly stageLabel: string;
  readonly outcome: DealOutcome;
  readonly stageHistory: readonly PipelineStageChange[];
  readonly amount: number | null;
  readonly currency: string | null;
  readonly createdAt: Instant;
  readonly closeAt: Instant | null;
  readonly ownerId: string | null;
  readonly ownerHistory: readonly OwnerChange[];
  /** The buying group's contact ids. */
  readonly personIds: readonly string[];
  readonly companyId: string | null;
  readonly doNotAnalyse: boolean;
}

/** When the deal reached the stage it is in: for a closed deal, when it closed. */
export function stageSince(deal: Deal): Instant {
  return deal.stageHistory.at(-1)?.at ?? deal.createdAt;
}
