import { AsyncLocalStorage } from 'node:async_hooks';
import type { HubSpotCall, HubSpotClient } from '../../server/crm/hubspot/client.ts';
import type { CallMeter } from '../../server/crm/port.ts';
import type { StandIn } from './open-stand-in.ts';
import type { VirtualClock } from './virtual-clock.ts';

const LATENCY_MS = 250;

/** A call that was answered, in virtual time. */
export interface TimedCall extends Pick<HubSpotCall, 'method' | 'path' | 'query'> {
  readonly startMs: number;
  readonly endMs: number;
}

/** When the call that is being made was granted. */
const granted = new AsyncLocalStorage<{ atMs: number }>();

/**
 * Every answer takes a quarter of a second from the moment its call was granted, however fast the stand-in really is; the
 * stand-in's own work is part of it. A call that no limit grants takes nothing.
 */
export function withLatency(
  client: HubSpotClient,
  { clock, heard }: { readonly clock: VirtualClock; readonly heard: (call: TimedCall) => void },
): HubSpotClient {
  return {
    call: async (call) => {
      const grant = { atMs: clock.nowMs() };
      const answer = await clock.working(() => granted.run(grant, () => client.call(call)));
      await clock.sleepUntil(grant.atMs + LATENCY_MS);
      const { method, path, query } = call;
      const times = { startMs: grant.atMs, endMs: clock.nowMs() };
      heard({ method, path, ...times, ...(query === undefined ? {} : { query }) });
      return answer;
    },
    reserve: (calls, work, searches) => client.reserve(calls, work, searches),
  };
}

/** The stand-in's limits run on virtual time: it is told the moment of each call that is granted. */
export function tellingTime(
  meter: CallMeter,
  { clock, standIn }: { readonly clock: VirtualClock; readonly standIn: StandIn },
): CallMeter {
  return {
    ...meter,
    take: async (policy) => {
      await meter.take(policy);
      const now = clock.date();
      const grant = granted.getStore();
      if (grant !== undefined) grant.atMs = now.getTime();
      await standIn.control('setClock', now);
    },
  };
}
