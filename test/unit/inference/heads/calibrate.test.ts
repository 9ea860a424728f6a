import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calibrated } from '../../../../server/inference/heads/calibrate.ts';
import { indexOfNeed, NEEDS } from '../../../../server/inference/heads/needs.ts';

const WORRY = indexOfNeed({ driver: 'safety', pole: 'threatened' });
const PRAISE = indexOfNeed({ driver: 'safety', pole: 'met' });
const likelihood = fc.double({ min: 0, max: 1, noNaN: true });
const all = (each: number) => ({ needs: new Float64Array(NEEDS.length).fill(each), said: 0.4 });

describe('a calibrated likelihood', () => {
  it('believes praise sooner than worry, and a note sooner than a mail', () => {
    const [mail, note] = [calibrated(all(0.4), 'buyer'), calibrated(all(0.4), 'note')];
    expect(mail.needs[PRAISE]).toBeGreaterThan(mail.needs[WORRY] ?? 1);
    expect(note.needs[WORRY]).toBeGreaterThan(mail.needs[WORRY] ?? 1);
  });

  it('is a share, and never puts one sentence before another that the heads put behind it', () => {
    fc.assert(
      fc.property(likelihood, likelihood, fc.constantFrom('buyer', 'note'), (a, b, voice) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map(
          (each) => calibrated(all(each), voice).needs,
        );
        for (const index of NEEDS.keys()) {
          expect(less?.[index]).toBeGreaterThanOrEqual(0);
          expect(more?.[index]).toBeLessThanOrEqual(1);
          expect(less?.[index]).toBeLessThanOrEqual(more?.[index] ?? 0);
        }
      }),
    );
  });

  it('says nothing else of whether it is said', () => {
    expect(calibrated(all(0.3), 'note').said).toBe(0.4);
  });
});
