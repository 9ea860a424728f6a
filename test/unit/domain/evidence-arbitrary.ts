import fc from 'fast-check';
import type { Evidence } from '../../../server/domain/evidence.ts';
import { anEvidence, day } from '../../support/cards/deal-file.ts';

/** Any reading of Dana or Eilidh in the last 200 days: two needs, both poles, every way of knowing. */
export const anyEvidence: fc.Arbitrary<Evidence> = fc
  .record({
    id: fc.uuid(),
    activityId: fc.constantFrom('m1', 'm2', 'm3', 'm4'),
    at: fc.integer({ min: -200, max: 0 }).map((offset) => day(offset)),
    personId: fc.constantFrom('dana', 'eilidh', null),
    driver: fc.constantFrom('certainty' as const, 'fairness' as const),
    pole: fc.constantFrom('threatened' as const, 'met' as const),
    status: fc.constantFrom(
      'said' as const,
      'implied' as const,
      'reported' as const,
      'observed' as const,
    ),
    strength: fc.double({ min: 0.1, max: 1, noNaN: true }),
    start: fc.integer({ min: 0, max: 500 }),
    tie: fc.constantFrom<Evidence['tie']>(
      { kind: 'deal', dealId: 'd1' },
      { kind: 'shared', dealIds: ['d1', 'd2'] },
    ),
  })
  .map((over) => anEvidence(over));

export const someEvidence = fc.uniqueArray(anyEvidence, {
  maxLength: 14,
  selector: ({ id }) => id,
});
