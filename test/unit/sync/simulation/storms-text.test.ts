import { describeStorms } from './describe-storms.ts';
import { HubSpotWorld } from './hubspot-world.ts';

describeStorms(
  (seed) => new HubSpotWorld({ seed, idOrder: 'text', size: 6, page: 5, rough: true }),
  { where: 'ids in text order', first: 501, seeds: 500 },
);
