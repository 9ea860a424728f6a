import { describeStorms } from './describe-storms.ts';

describeStorms({ idOrder: 'text', size: 6, page: 5, rough: true }, { first: 501, seeds: 500 });
