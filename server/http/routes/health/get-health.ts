import type { Route } from '../../route.ts';

/** Live: the process answers. Ready: it can reach its database. */
export function getHealthRoutes(isReady: () => Promise<boolean>): readonly Route[] {
  return [
    { method: 'GET', path: '/health/live', handle: () => ({ status: 200, json: { live: true } }) },
    {
      method: 'GET',
      path: '/health/ready',
      async handle() {
        const ready = await isReady();
        return { status: ready ? 200 : 503, json: { ready } };
      },
    },
  ];
}
