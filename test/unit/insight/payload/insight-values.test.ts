import { describe, expect, it } from '@jest/globals';
import { buildCards } from '../../../../server/insight/build-cards.ts';
import { composeInsights } from '../../../../server/insight/payload/compose-insights.ts';
import type { DealFile } from '../../../../server/domain/deal-file.ts';
import type { Locate } from '../../../../server/insight/payload/pointer-table.ts';
import { NOW, aDealFile, aPerson, anEvidence } from '../../../support/cards/deal-file.ts';

const everywhere: Locate = ({ id }) => ({
  object: 'EmailMessage',
  id: id.padStart(18, '0'),
  field: 'TextBody',
});
const DEAL = { kind: 'deal', id: 'd1' } as const;

async function valuesOf(file: DealFile | null, records: readonly (typeof DEAL)[] = [DEAL]) {
  const store = {
    loadCards: () => Promise.resolve(file === null ? [] : buildCards(file, NOW)),
    loadDealFiles: (_tenantId: string, subjects: readonly unknown[]) =>
      Promise.resolve(subjects.map(() => file)),
  };
  return composeInsights({ store, locate: everywhere }, 'tenant', { records, now: NOW });
}

describe('what an org can report on', () => {
  it('is the stage, the first need and what is open, of the person the card speaks of', async () => {
    const [values] = await valuesOf(aDealFile({ evidence: [anEvidence()] }));
    expect(values).toMatchObject({
      ...{ topDriver: 'certainty', pole: 'threatened', generatedAt: NOW },
      payload: { version: 1 },
    });
    expect(values?.stage).not.toBeNull();
    expect(values?.openConcerns).toBeGreaterThanOrEqual(0);
  });

  it('is nothing but dates and counts where there is no insight', async () => {
    const persons = [aPerson({ doNotAnalyse: true })];
    const [values] = await valuesOf(aDealFile({ persons }));
    expect(values).toMatchObject({ stage: null, stageSince: null, topDriver: null, pole: null });
  });

  it('is null where we have no card', async () => {
    expect(await valuesOf(null)).toEqual([null]);
    expect(await valuesOf(aDealFile({ persons: [] }))).toEqual([null]);
  });

  it('is told of a conversation without a deal as well', async () => {
    const file = aDealFile({ deal: null, evidence: [anEvidence({ tie: { kind: 'none' } })] });
    const [values] = await valuesOf(file);
    expect(values).toMatchObject({ generatedAt: NOW });
  });
});
