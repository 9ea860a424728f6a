import type { Route } from '../http/route.ts';
import { getOperationsRoutes } from '../http/routes/health/get-operations.ts';
import type { Metrics } from '../observe/metrics.ts';
import type { Doorbell } from '../queue/doorbell.ts';
import type { Parts } from './parts.ts';

/** For whoever runs Attune. */
export function operationsRoutes(
  { stores, options }: Pick<Parts, 'stores' | 'options'>,
  metrics: Metrics,
  bell: Pick<Doorbell, 'isReachable'>,
): readonly Route[] {
  return getOperationsRoutes({
    token: options.operations?.metricsToken ?? null,
    loadHealth: async () => {
      const [figures, queueReachable] = await Promise.all([
        stores.operations.loadFigures(),
        bell.isReachable(),
      ]);
      return { ...figures, queueReachable };
    },
    renderMetrics: async () => metrics.render(await stores.operations.loadFigures()),
  });
}
