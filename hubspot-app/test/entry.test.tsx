import { expect, it } from '@jest/globals';
import type { ReactElement } from 'react';

/** HubSpot's library looks for its worker once, when it is first loaded: the worker must stand before that. */
it('registers each of the card’s places with HubSpot’s worker', async () => {
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
  await import('../src/app/cards/AttuneTab.tsx');
  await import('../src/app/cards/AttunePreview.tsx');
  const places = ['crm.record.sidebar', 'crm.record.tab', 'crm.preview'] as const;
  expect(registered).toHaveLength(places.length);
  for (const [at, place] of places.entries()) {
    const renderer = createRenderer(place);
    renderer.render(registered[at]?.() ?? null);
    await renderer.waitFor(() => {
      renderer.find(EmptyState);
    });
  }
});
