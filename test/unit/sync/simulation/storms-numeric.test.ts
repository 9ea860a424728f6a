import { describeStorms } from './describe-storms.ts';

describeStorms({ idOrder: 'numeric', size: 6, page: 5, rough: true }, { first: 1, seeds: 500 });
