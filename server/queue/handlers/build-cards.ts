import { buildTouched, type BuildTools } from '../../insight/build-touched.ts';
import type { Handler } from '../worker.ts';

export function handleBuildCards(tools: BuildTools): Handler {
  return async ({ tenantId }) => {
    const { more } = await buildTouched(tools, tenantId);
    return more ? { then: 'again', inMs: 0 } : { then: 'done' };
  };
}
