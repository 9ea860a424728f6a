import type { Route } from '../../route.ts';
import { operatorsOnly } from './operators-only.ts';

export interface OperationsTools {
  readonly token: string | null;
  /** Throws `database_unavailable`. */
  readonly loadHealth: () => Promise<OperationsHealth>;
  /** Prometheus' text format. */
  readonly renderMetrics: () => Promise<string>;
}

export interface OperationsHealth {
  readonly tenants: Readonly<Record<'active' | 'reconnect_needed' | 'disconnected', number>>;
  readonly partialNights: number;
  readonly oldestDueSeconds: number;
  readonly inboxLagSeconds: number;
  readonly queueReachable: boolean;
}

/** How all accounts are doing, as numbers; docs/runbook.md says what each asks for. */
export function getOperationsRoutes(tools: OperationsTools): readonly Route[] {
  const health: Route = {
    method: 'GET',
    path: '/health',
    async handle() {
      const found = await tools.loadHealth();
      return { status: found.queueReachable ? 200 : 503, json: found };
    },
  };
  const metrics: Route = {
    method: 'GET',
    path: '/metrics',
    async handle() {
      const headers = { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' };
      return { status: 200, text: await tools.renderMetrics(), headers };
    },
  };
  return [health, metrics].map((route) => operatorsOnly(route, tools.token));
}
