import { AppError } from '../../../shared/errors.ts';
import type { TenantId } from '../../../shared/ids.ts';
import type { DeliveryState, DeliveryStore } from './port.ts';

export interface DeliveryTools {
  readonly deliveries: Pick<DeliveryStore, 'stateOf'>;
  /** Sends what waits to the CRM, in its own time. */
  readonly ring: (tenantId: TenantId) => Promise<void>;
  readonly pause: (ms: number) => Promise<void>;
}

/** What was put into the outbox, and how reps call it. */
export interface Asked {
  readonly key: string;
  readonly noun: 'task' | 'note';
}

/** A rep waits two seconds at most; looking costs a read by key. */
const LOOKS = 14;
const LOOK_EVERY_MS = 100;

/** Tells how it went, where that is known before a rep has waited long. */
export async function deliverSoon(
  tools: DeliveryTools,
  tenantId: TenantId,
  { key, noun }: Asked,
): Promise<{ readonly state: 'created' | 'queued' }> {
  await tools.ring(tenantId);
  const state = await settled(tools, tenantId, key);
  if (state === 'refused') {
    throw new AppError(
      'crm_rejected',
      `The CRM did not take the ${noun}: a permission or a rule of the account forbids it. An admin finds the reason in Attune’s settings.`,
      { recovery: 'skip' },
    );
  }
  return { state: state === 'done' ? 'created' : 'queued' };
}

async function settled(
  { deliveries, pause }: DeliveryTools,
  tenantId: TenantId,
  key: string,
): Promise<DeliveryState> {
  for (let look = 1; look <= LOOKS; look += 1) {
    const state = await deliveries.stateOf(tenantId, key);
    if (state !== 'pending') return state;
    await pause(LOOK_EVERY_MS);
  }
  return 'pending';
}
