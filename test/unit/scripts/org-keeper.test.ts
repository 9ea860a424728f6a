import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgKeeper } from '../../../scripts/sandbox/org/org-keeper.ts';
import { Org } from '../../simulators/salesforce/org/org.ts';

const TOLD_AT = new Date('2026-03-04T08:00:00.000Z');
const LATER = new Date('2026-03-04T09:00:00.000Z');

describe('what was written into the sandbox’s org', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'attune-org-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** An org with one person told, as at each start. */
  function tell() {
    let now = TOLD_AT;
    const org = new Org({ orgId: '00D000000000001AAA', clock: () => now });
    const person = org.put('Contact', { LastName: 'Crowle' });
    now = LATER;
    const keeper = new OrgKeeper({ org, file: join(folder, 'org.json'), since: TOLD_AT });
    return { org, keeper, person };
  }

  it('is there at the next start, and new records take no id of it', () => {
    const first = tell();
    const answer = first.org.put('Insight_Feedback__c', { Verdict__c: 'right' });
    first.org.put('Contact', { Id: first.person.Id, Do_Not_Analyse__c: true });
    first.keeper.save();
    const second = tell();
    second.keeper.restore();
    expect(second.org.read('Insight_Feedback__c', answer.Id)).toEqual(answer);
    expect(second.org.read('Contact', first.person.Id)?.['Do_Not_Analyse__c']).toBe(true);
    const added = second.org.put('Insight_Feedback__c', { Verdict__c: 'not_right' });
    expect(added.Id).not.toBe(answer.Id);
    expect(second.org.rows('Insight_Feedback__c', false)).toHaveLength(2);
  });

  it('leaves the stories out, which are told anew', () => {
    const { keeper } = tell();
    keeper.save();
    const second = tell();
    second.keeper.restore();
    expect(second.org.rows('Contact', true)).toHaveLength(1);
  });
});
