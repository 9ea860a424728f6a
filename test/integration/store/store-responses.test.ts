import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ContactRecord } from '../../../server/crm/records.ts';
import { createSilenceStore } from '../../../server/store/actions/silence-store.ts';
import {
  activity,
  contact,
  deal,
  page,
  read,
  salesPipeline,
} from '../../support/sync/crm-records.ts';
import { sql } from '../../support/postgres.ts';
import { storesForEachTest } from '../../support/stores-for-each-test.ts';

const LATER = '2026-03-10T08:00:00.000Z';
const FIGURES: NonNullable<ContactRecord['responses']> = {
  mailingsOpened: 3,
  mailingOpenedAt: '2026-03-01T08:00:00.000Z',
  mailingsClicked: 0,
  mailingClickedAt: null,
  mailingsAnswered: null,
  mailingAnsweredAt: null,
  mailOpenedAt: null,
  mailClickedAt: null,
  mailAnsweredAt: null,
  pagesSeen: 9,
  pageSeenAt: '2026-03-02T08:00:00.000Z',
  formName: 'Pricing request',
  formFilledAt: '2026-03-02T08:00:00.000Z',
};

describe('what the CRM counted of a person', () => {
  const stores = storesForEachTest();
  beforeEach(async () => {
    const tie = { kind: 'deal', dealId: 'd1' } as const;
    await stores.apply(
      page({
        subjects: [
          salesPipeline,
          contact('dana', { responses: FIGURES }),
          deal('d1', { contactIds: ['dana'] }),
        ],
        activities: [read(activity('m1', { tie }))],
      }),
    );
    await stores.takeMarks();
  });

  const responses = async () => {
    const file = await stores.fileOf({ kind: 'deal', dealId: 'd1' });
    return file?.persons.find(({ id }) => id === 'dana')?.responses;
  };
  const kept = async () => {
    const { rows } = await stores.inTenant(stores.tenantId, ({ trx }) =>
      sql`select 1 from person where to_jsonb(person)::text like '%Pricing request%'`.execute(trx),
    );
    return rows.length;
  };

  it('is part of the person in a deal’s file', async () => {
    expect(await responses()).toEqual(FIGURES);
  });

  it('makes new cards when it changes, and reads no activity again', async () => {
    const more = { ...FIGURES, pagesSeen: 10 };
    await stores.apply(
      page({ subjects: [contact('dana', { responses: more, updatedAt: LATER })] }),
    );
    expect(await responses()).toEqual(more);
    expect(await stores.sync.loadDirtyRecords(stores.tenantId, 10)).toEqual([]);
    expect(await stores.takeMarks()).toContain('deal d1');
  });

  it('goes with the next reading once it is switched off', async () => {
    await stores.apply(page({ subjects: [contact('dana', { updatedAt: LATER })] }));
    expect(await responses()).toBeNull();
  });

  it('is forgotten with do-not-analyse in the CRM, and not taken in again', async () => {
    const silent = { doNotAnalyse: true, responses: FIGURES, updatedAt: LATER };
    await stores.apply(page({ subjects: [contact('dana', silent)] }));
    expect([await responses(), await kept()]).toEqual([null, 0]);
  });

  it('is forgotten at once when somebody asks for it on a card', async () => {
    const asked = { by: '9001', at: LATER };
    const silences = createSilenceStore(stores.inTenant);
    await silences.silence(stores.tenantId, { kind: 'contact', id: 'dana' }, asked);
    expect([await responses(), await kept()]).toEqual([null, 0]);
  });

  it('is erased with the person', async () => {
    await stores.apply(page({ gone: [{ kind: 'contact', id: 'dana' }] }));
    expect(await kept()).toBe(0);
  });
});
