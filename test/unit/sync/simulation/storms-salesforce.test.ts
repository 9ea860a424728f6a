import { describeStorms } from './describe-storms.ts';
import { SalesforceWorld } from './salesforce-world.ts';

describeStorms((seed) => new SalesforceWorld({ seed, size: 6, page: 5, rough: true }), {
  ...{ where: 'in an org', first: 1001, seeds: 1_000 },
});
