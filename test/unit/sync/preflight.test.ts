import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HUBSPOT_FEATURES } from '../../../server/crm/hubspot/scopes.ts';
import { RECORD_KINDS } from '../../../server/crm/records.ts';
import { featureOfKind, preflight } from '../../../server/sync/connection/preflight.ts';
import { ACTIVITY_KINDS } from '../../../shared/vocabulary.ts';

const ALL = [...new Set(HUBSPOT_FEATURES.flatMap(({ scopes }) => scopes))];
const without = (...scopes: readonly string[]) => ALL.filter((each) => !scopes.includes(each));
const sentencesOf = (found: ReturnType<typeof preflight>) =>
  found.checks.flatMap(({ sentence }) => sentence ?? []);

describe('the preflight', () => {
  it('has nothing to say where everything is granted', () => {
    const counts = { email: 9, call: 1 };
    const found = preflight(HUBSPOT_FEATURES, { granted: ALL, probes: [], counts });
    expect(sentencesOf(found)).toEqual([]);
    expect(found).toMatchObject({ connectable: true, share: 1, shareSentence: null });
  });

  it('names what a missing scope costs, with the share of the activity that is left', () => {
    const found = preflight(HUBSPOT_FEATURES, {
      granted: without('sales-email-read'),
      probes: [],
      counts: { email: 890, call: 60, meeting: 30, note: 20 },
    });
    expect(sentencesOf(found)).toEqual([
      'Without e-mail bodies (sales-email-read) we read your calls, meetings and notes only.',
    ]);
    expect(found.shareSentence).toBe('As it is, we read 11 % of your activity.');
    expect(found.connectable).toBe(true);
  });

  it('says nothing of a share that nobody knows', () => {
    const found = preflight(HUBSPOT_FEATURES, { granted: [], probes: [] });
    expect(found).toMatchObject({ share: null, shareSentence: null, connectable: false });
  });

  it('calls little little, and nothing nothing', () => {
    const shareOf = (email: number, call: number) =>
      preflight(HUBSPOT_FEATURES, {
        granted: without('sales-email-read'),
        probes: [],
        counts: { email, call },
      }).shareSentence;
    expect(shareOf(1_000, 1)).toBe('As it is, we read less than 1 % of your activity.');
    expect(shareOf(1_000, 0)).toBe('As it is, we read 0 % of your activity.');
  });

  it('tells a refusal from a scope that was not granted', () => {
    const probes = [
      { kind: 'ticket', allowed: false },
      { kind: 'deal', allowed: true },
    ] as const;
    const { checks } = preflight(HUBSPOT_FEATURES, { granted: ALL, probes });
    const notReady = checks.filter(({ state }) => state !== 'ready');
    expect(notReady).toMatchObject([{ name: 'tickets', state: 'refused', missingScopes: [] }]);
    expect(notReady[0]?.sentence).toContain('the CRM refuses');
  });

  it('finds the feature of every kind', () => {
    for (const kind of RECORD_KINDS)
      expect(featureOfKind(HUBSPOT_FEATURES, kind)?.kinds).toContain(kind);
    expect(featureOfKind([], 'deal')).toBeNull();
  });

  it('never promises more when less is granted', () => {
    const counts = fc.record(
      Object.fromEntries(ACTIVITY_KINDS.map((kind) => [kind, fc.nat({ max: 1_000 })])),
    );
    fc.assert(
      fc.property(fc.subarray(ALL), fc.subarray(ALL), counts, (one, other, known) => {
        const look = (granted: readonly string[]) =>
          preflight(HUBSPOT_FEATURES, { granted, probes: [], counts: known });
        const [less, more] = [look(one), look([...one, ...other])];
        expect(sentencesOf(more).length).toBeLessThanOrEqual(sentencesOf(less).length);
        expect(less.share ?? 0).toBeLessThanOrEqual(more.share ?? 0);
        if (less.connectable) expect(more.connectable).toBe(true);
      }),
    );
  });
});
