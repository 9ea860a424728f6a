import type { HubSpotRecord } from './hubspot-record.ts';
import { anyActivity, company, contact, deal, FIRST_ID, instant } from './scale/scale-records.ts';
import type { Draft } from './scale/scale-records.ts';
import { SeededRandom } from './seeded-random.ts';

/**
 * A large account for measuring, never committed: by default 20,000 deals and 200,000 activities with short texts put
 * together from parts. It streams, so its size costs no memory until somebody keeps it.
 */
export interface ScaleOptions {
  readonly seed: number;
  readonly deals: number;
  readonly activitiesPerDeal: number;
  /** Everything happened before this moment, within the 180 days before it. */
  readonly before: Date;
  readonly ownerIds: readonly [string, ...string[]];
}

export const SCALE_SET = { seed: 1, deals: 20_000, activitiesPerDeal: 10 } as const;

const DAY_MS = 86_400_000;

export function* generateScaleSet(options: ScaleOptions): Iterable<HubSpotRecord> {
  const random = new SeededRandom(options.seed);
  for (let number = 0; number < options.deals; number += 1) {
    yield* oneDeal(random, options, number);
  }
}

function* oneDeal(
  random: SeededRandom,
  options: ScaleOptions,
  number: number,
): Iterable<HubSpotRecord> {
  const createdMs = options.before.getTime() - random.int(30, 180) * DAY_MS;
  const draft: Draft = {
    number,
    createdAt: instant(createdMs),
    ownerId: random.pick(options.ownerIds),
  };
  yield company(draft);
  yield contact(draft);
  yield deal(draft);
  const stepMs = (options.before.getTime() - createdMs) / (options.activitiesPerDeal + 1);
  for (let index = 0; index < options.activitiesPerDeal; index += 1) {
    const id = FIRST_ID.activities + number * options.activitiesPerDeal + index;
    const at = instant(createdMs + (index + random.next()) * stepMs);
    yield anyActivity(random, draft, { id: String(id), at, incoming: index % 2 === 0 });
  }
}
