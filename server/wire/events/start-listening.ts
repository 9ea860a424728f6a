import { setTimeout as sleep } from 'node:timers/promises';
import type { TenantId } from '../../../shared/ids.ts';
import type { ListenerStore } from '../../store/events/listener-store.ts';

export interface ListeningTools {
  readonly listeners: Pick<ListenerStore, 'lease' | 'letGo'>;
  /** Ends when `signal` is aborted. */
  readonly listenTo: (tenantId: TenantId, signal: AbortSignal) => Promise<void>;
  readonly report: (error: unknown) => void;
  readonly everyMs: number;
}

/** Several looks may fail before another worker may take an account over. */
const LEASE_MS = 30_000;
/** A worker takes so many at a look, so that several share them. */
const MORE_AT_ONCE = 10;

interface Listener {
  readonly ending: AbortController;
  readonly ended: Promise<void>;
}

/** Listens to every account whose lease this process holds, and looks again and again whose those are. */
export function startListening(tools: ListeningTools): { close(): Promise<void> } {
  const { listeners, listenTo, report, everyMs } = tools;
  const open = new Map<TenantId, Listener>();
  const closing = new AbortController();
  const looking = lookAround();
  return {
    close: async () => {
      closing.abort();
      await looking;
      for (const { ending } of open.values()) ending.abort();
      await Promise.all([...open.values()].map(({ ended }) => ended));
      await listeners.letGo().catch(report);
    },
  };

  async function lookAround(): Promise<void> {
    while (!closing.signal.aborted) {
      await look().catch(report);
      await sleep(everyMs, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  }

  async function look(): Promise<void> {
    const ours = await listeners.lease({ forMs: LEASE_MS, more: MORE_AT_ONCE });
    for (const [tenantId, { ending }] of open) if (!ours.includes(tenantId)) ending.abort();
    for (const tenantId of ours) if (!open.has(tenantId)) begin(tenantId);
  }

  function begin(tenantId: TenantId): void {
    const ending = new AbortController();
    const ended = listenTo(tenantId, ending.signal)
      .catch(report)
      .finally(() => open.delete(tenantId));
    open.set(tenantId, { ending, ended: ended.then(() => undefined) });
  }
}
