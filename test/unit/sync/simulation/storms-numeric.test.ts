import { describeStorms } from './describe-storms.ts';
import { HubSpotWorld } from './hubspot-world.ts';

describeStorms(
  (seed) => new HubSpotWorld({ seed, idOrder: 'numeric', size: 6, page: 5, rough: true }),
  { where: 'ids in numeric order', first: 1, seeds: 500 },
);
