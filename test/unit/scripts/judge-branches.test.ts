import { describe, expect, it } from '@jest/globals';
import { type BranchCount, judgeBranches } from '../../../scripts/judge-branches.ts';

const count = (file: string, covered: number, total: number): BranchCount => ({
  file,
  covered,
  total,
});

describe('the judgement of tested branches', () => {
  it('has nothing to say of a folder at its floor', () => {
    const counts = [count('server/domain/deal.ts', 95, 100)];

    expect(judgeBranches(counts, { 'server/domain': 95 })).toEqual({
      problems: [],
      summary: 'branches: server/domain 95.0 %',
    });
  });

  it('tells in one sentence what a folder lacks, and where most of it is', () => {
    const counts = [
      count('server/crm/port.ts', 10, 10),
      count('server/crm/hubspot/reading/directory.ts', 3, 10),
    ];

    expect(judgeBranches(counts, { 'server/crm': 85 }).problems).toEqual([
      'server/crm: tests take 65.0 % of its branches, its floor is 85 %; 4 more are needed, and most are missing in server/crm/hubspot/reading/directory.ts.',
    ]);
  });

  it('never rounds a share up to its floor', () => {
    const { problems } = judgeBranches([count('shared/card.ts', 1899, 2000)], { shared: 95 });

    expect(problems).toEqual([expect.stringContaining('take 94.9 %')]);
  });

  it('holds a folder as one, so that a small file may be below', () => {
    const counts = [count('shared/api/get-card.ts', 0, 2), count('shared/card.ts', 98, 98)];

    expect(judgeBranches(counts, { shared: 95 }).problems).toEqual([]);
  });

  it('keeps the files directly in server apart from its rooms', () => {
    const counts = [count('server/config.ts', 0, 10), count('server/http/app.ts', 10, 10)];

    const { problems } = judgeBranches(counts, { server: 85, 'server/http': 85 });

    expect(problems).toEqual([expect.stringMatching(/^server: tests take 0\.0 %/)]);
  });

  it('holds where a folder has no branch at all', () => {
    const judgement = judgeBranches([count('shared/ids.ts', 0, 0)], { shared: 85 });

    expect(judgement).toEqual({ problems: [], summary: 'branches: shared none' });
  });

  it('refuses a folder without a floor, and a floor without a folder', () => {
    const counts = [count('server/learning/beta.ts', 5, 5)];

    expect(judgeBranches(counts, { 'server/privacy': 85 }).problems).toEqual([
      'server/privacy has a floor for its branches, but no file was measured.',
      'server/learning has no floor for its branches; give it one.',
    ]);
  });
});
