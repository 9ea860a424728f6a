import { expect, it } from '@jest/globals';
import type { ReactElement } from 'react';

/** HubSpot's library looks for its worker once, when it is first loaded: the worker must stand before that. */
it('registers the card with HubSpot’s worker', async () => {
  const registered: (() => ReactElement)[] = [];
  Object.assign(globalThis, {
    self: globalThis,
    __HUBSPOT_EXTENSION_WORKER__: true,
    logger: console,
    hsFetch: async () => new Response('{}', { status: 404 }),
    extend_V2: (render: () => ReactElement) => registered.push(render),
  });
  const { createRenderer } = await import('@hubspot/ui-extensions/testing');
  const { EmptyState } = await import('@hubspot/ui-extensions');
  await import('../src/app/cards/AttuneCard.tsx');
  const [render] = registered;
  if (render === undefined) throw new Error('Nothing was registered.');
  const renderer = createRenderer('crm.record.sidebar');
  renderer.render(render());
  await renderer.waitFor(() => {
    renderer.find(EmptyState);
  });
  expect(registered).toHaveLength(1);
});
