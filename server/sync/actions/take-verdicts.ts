import type { Instant, TenantId } from '../../../shared/ids.ts';
import type { CrmPort, GivenVerdict } from '../../crm/port.ts';

export interface VerdictTools {
  readonly crm: Pick<CrmPort, 'readVerdicts'>;
  readonly verdicts: {
    /** Null: none was ever given. */
    latestAt(tenantId: TenantId): Promise<Instant | null>;
    /** The latest on a driver counts; an older one changes nothing. */
    save(tenantId: TenantId, verdict: GivenVerdict): Promise<void>;
  };
  /** Whether a card of ours speaks of this person in this deal. */
  readonly isTold: (
    tenantId: TenantId,
    subject: Pick<GivenVerdict, 'dealId' | 'personId'>,
  ) => Promise<boolean>;
}

/** Transactions are committed late, and clocks differ. */
const OVERLAP_MS = 10 * 60_000;

/**
 * What reps answered on cards inside the CRM becomes what it is when they answer on ours. Who could answer there had
 * opened the record, so that the CRM's own rights were asked already. Taken twice, it is taken once.
 */
export async function takeVerdicts(
  { crm, verdicts, isTold }: VerdictTools,
  tenantId: TenantId,
): Promise<void> {
  if (crm.readVerdicts === undefined) return;
  const latest = await verdicts.latestAt(tenantId);
  const since = latest && new Date(Date.parse(latest) - OVERLAP_MS).toISOString();
  for (const verdict of await crm.readVerdicts(since))
    if (await isTold(tenantId, verdict)) await verdicts.save(tenantId, verdict);
}
