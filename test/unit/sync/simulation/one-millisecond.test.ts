import { expect, it } from '@jest/globals';
import { NO_DAMAGE } from './describe-storms.ts';
import { HubSpotWorld } from './hubspot-world.ts';
import { simulate } from './simulate.ts';

it.each(['numeric', 'text'] as const)(
  'thousands of records that change in one millisecond are all read, ids in %s order',
  async (idOrder) => {
    const weather = { seed: 77, idOrder, size: 2_100, page: 200, rough: true };
    expect(await simulate(new HubSpotWorld(weather))).toEqual(NO_DAMAGE);
  },
  240_000,
);
