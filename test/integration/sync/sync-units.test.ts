import { describe, expect, it } from '@jest/globals';
import type { CrmPort } from '../../../server/crm/port.ts';
import type { CrmRecord } from '../../../server/crm/records.ts';
import type { ApplyTools } from '../../../server/sync/apply-changes.ts';
import type { SyncUnit } from '../../../server/sync/port.ts';
import { pullChanges } from '../../../server/sync/pull-changes.ts';
import { refreshRecords } from '../../../server/sync/refresh-records.ts';
import { AppError } from '../../../shared/errors.ts';
import {
  activity,
  contact,
  deal,
  page,
  read,
  salesPipeline,
} from '../../support/sync/crm-records.ts';
import { fakeCrm, toolsOf } from '../../support/sync/fake-crm.ts';
import { sql } from '../../support/postgres.ts';
import type { TenantStores } from '../../support/store.ts';
import { storesForEachTest } from '../../support/stores-for-each-test.ts';
import { LONG_AGO, openUnitOf, UNTIL } from '../../support/sync/sync-unit.ts';
import { anActivity } from '../../unit/sync/activity-record.ts';

const ENDLESS = { sliceMs: 60_000, elapsedMs: () => 0 };

describe('a unit of a night', () => {
  const stores = storesForEachTest();

  const refs = async () =>
    (await stores.sync.loadDirtyRecords(stores.tenantId, 1_000)).map(({ ref }) => ref.id);
  const receipts = async () => {
    const { rows } = await stores.inTenant(stores.tenantId, ({ trx }) =>
      sql<{ reason: string }>`select reason from receipt order by reason`.execute(trx),
    );
    return rows.map(({ reason }) => reason);
  };
  const walk = async (crm: CrmPort, of: Partial<SyncUnit>, settings?: ApplyTools['settings']) => {
    const unit = await openUnitOf(stores, of);
    const end = await pullChanges(toolsOf(stores, crm, settings), unit, ENDLESS);
    return { end, unit };
  };
  const hold = (ids: readonly string[]) =>
    stores.apply(page({ subjects: ids.map((id) => contact(id)) }));
  const isHeld = (id: string) =>
    stores.insight.recordExists(stores.tenantId, { kind: 'contact', id });

  describe('that looks for deletions', () => {
    const bin = (gone: readonly { id: string; goneAt: string }[]) =>
      fakeCrm([], { readGone: () => Promise.resolve({ gone, next: null }) });

    it.each([
      ['does not ask for deleted chat threads while we hold none', false],
      ['asks for deleted chat threads as soon as we hold one', true],
    ])('%s', async (_what, holdsOne) => {
      const asked: string[] = [];
      const crm = fakeCrm([], {
        can: { ...fakeCrm([]).can, listed: ['thread'] },
        readGone: (kind) => {
          asked.push(kind);
          return Promise.resolve({ gone: [{ id: '31', goneAt: LONG_AGO }], next: null });
        },
      });
      const chat = read(activity('31', { kind: 'thread' }), { evidence: [] });
      if (holdsOne) await stores.apply(page({ activities: [chat] }));
      const { unit } = await walk(crm, { kind: 'thread', phase: 'gone' });
      expect(asked).toEqual(holdsOne ? ['thread'] : []);
      expect(await goneIds(stores)).toEqual(holdsOne ? ['31'] : []);
      expect(await isComplete(stores, unit)).toBe(true);
    });

    it('takes away what we hold and remembers nothing of what we never had', async () => {
      await hold(['p1', 'p2']);
      const gone = [
        { id: 'p1', goneAt: LONG_AGO },
        { id: 'stranger', goneAt: LONG_AGO },
      ];
      await walk(bin(gone), { kind: 'contact', phase: 'gone' });
      expect([await isHeld('p1'), await isHeld('p2')]).toEqual([false, true]);
      expect(await goneIds(stores)).toEqual(['p1']);
    });

    it('remembers what went lately, so that a page under way does not bring it back', async () => {
      await walk(bin([{ id: 'p1', goneAt: UNTIL }]), { kind: 'contact', phase: 'gone' });
      await hold(['p1']);
      expect(await isHeld('p1')).toBe(false);
    });

    it('goes through every page, since no order is promised', async () => {
      await hold(['p1', 'p2']);
      const pages = new Map<string | null, string>([
        [null, 'p1'],
        ['second', 'p2'],
      ]);
      const crm = fakeCrm([], {
        readGone: (_kind, cursor) =>
          Promise.resolve({
            gone: [{ id: pages.get(cursor) ?? '', goneAt: LONG_AGO }],
            next: cursor === null ? 'second' : null,
          }),
      });
      await walk(crm, { kind: 'contact', phase: 'gone' });
      expect([await isHeld('p1'), await isHeld('p2')]).toEqual([false, false]);
    });

    it('stops at a bin without end, says so and confirms nothing', async () => {
      const crm = fakeCrm([], { readGone: () => Promise.resolve({ gone: [], next: 'on' }) });
      const { unit } = await walk(crm, { kind: 'contact', phase: 'gone', generation: 299 });
      expect(await isComplete(stores, unit)).toBe(false);
      expect(await receipts()).toEqual([expect.stringContaining('more deleted contacts')]);
    });

    it('confirms nothing where the CRM has no such list', async () => {
      const { unit } = await walk(fakeCrm([]), { kind: 'survey', phase: 'gone' });
      expect(await isComplete(stores, unit)).toBe(false);
      expect(await receipts()).toEqual([]);
    });
  });

  describe('that compares all ids', () => {
    const many = Array.from({ length: 40 }, (_, index) => `p${index}`);

    it('asks by id for what is missing here or there, and deletes nothing by itself', async () => {
      await hold([...many, 'lost']);
      const crm = fakeCrm([...many, 'unknown'].map((id) => contact(id)));
      await walk(crm, { kind: 'contact', phase: 'sweep' });
      expect((await refs()).toSorted()).toEqual(['lost', 'unknown']);
      expect(await isHeld('lost')).toBe(true);
      await refreshRecords(toolsOf(stores, crm), stores.tenantId);
      expect([await isHeld('lost'), await isHeld('unknown')]).toEqual([false, true]);
    });

    it('refuses when more than five in a hundred are missing at once, and says so', async () => {
      const lost = ['lost-1', 'lost-2', 'lost-3', 'lost-4', 'lost-5', 'lost-6'];
      await hold([...many, ...lost]);
      await walk(fakeCrm(many.map((id) => contact(id))), { kind: 'contact', phase: 'sweep' });
      expect(await refs()).toEqual([]);
      expect(await receipts()).toEqual([
        expect.stringContaining('did not find 6 of 46 contacts in the CRM'),
      ]);
    });

    it('believes that up to five are gone, however few there were', async () => {
      const lost = ['lost-1', 'lost-2', 'lost-3', 'lost-4', 'lost-5'];
      await hold(['p1', ...lost]);
      await walk(fakeCrm([contact('p1')]), { kind: 'contact', phase: 'sweep' });
      expect((await refs()).toSorted()).toEqual(lost);
      expect(await receipts()).toEqual([]);
    });

    it('knows activities, too, and leaves no list of ids behind', async () => {
      await stores.apply(page({ activities: [read(activity('m1'))] }));
      await walk(fakeCrm([]), { kind: 'email', phase: 'sweep' });
      expect(await receipts()).toEqual([expect.stringContaining('1 of 1 mails')]);
      const { rows } = await stores.inTenant(stores.tenantId, ({ trx }) =>
        sql`select from sweep_sighting`.execute(trx),
      );
      expect(rows).toEqual([]);
    });

    it('goes on after a crash with the ids seen so far', async () => {
      await hold(many);
      const [first, second] = [many.slice(0, 20), many.slice(20)];
      const crm = fakeCrm([], {
        readIds: (_kind, cursor) =>
          Promise.resolve(
            cursor === null ? { ids: first, next: 'b' } : { ids: second, next: null },
          ),
      });
      const unit = await openUnitOf(stores, { kind: 'contact', phase: 'sweep' });
      let elapsedMs = 0;
      const short = { sliceMs: 1, elapsedMs: () => (elapsedMs += 1) };
      const tools = toolsOf(stores, crm);
      expect(await pullChanges(tools, unit, short)).toBe('more');
      const again = await stores.sync.loadUnit(stores.tenantId, unit.workId);
      expect(again && (await pullChanges(tools, again, ENDLESS))).toBe('done');
      expect([await refs(), await receipts()]).toEqual([[], []]);
    });
  });

  describe('that goes first', () => {
    const mail = anActivity({ id: 'm1', dealIds: ['d1'], contactIds: ['dana'] });
    const records: readonly CrmRecord[] = [
      salesPipeline,
      contact('dana'),
      deal('d1', { contactIds: ['dana'] }),
      deal('d2'),
      mail,
    ];
    const AROUND = [
      { kind: 'contact', id: 'dana' },
      { kind: 'email', id: 'm1' },
    ] as const;
    const pressing = (more: Partial<CrmPort> = {}) =>
      fakeCrm(records, {
        readPressingDeals: () => Promise.resolve(['d1']),
        readAround: (_dealIds, kinds) =>
          Promise.resolve(AROUND.filter(({ kind }) => kinds.includes(kind))),
        ...more,
      });

    it('brings the pressing deals with their people and what they said, to be built at once', async () => {
      const { end } = await walk(pressing(), { kind: 'deal', phase: 'first', from: null });
      expect(end).toBe('done');
      const file = await stores.fileOf({
        kind: 'deal',
        dealId: 'd1',
      });
      expect(file?.persons.map(({ id }) => id)).toEqual(['dana']);
      expect(file?.activities.map(({ id }) => id)).toEqual(['m1']);
      expect(await stores.takeMarksOf('deal')).toEqual(['deal d1']);
    });

    it('goes on after a stop where it was, and asks for nothing twice', async () => {
      const crm = pressing();
      const unit = await openUnitOf(stores, { kind: 'deal', phase: 'first', from: null });
      let elapsedMs = 0;
      const short = { sliceMs: 1, elapsedMs: () => (elapsedMs += 1) };
      const tools = toolsOf(stores, crm);
      let current = unit;
      while ((await pullChanges(tools, current, short)) === 'more')
        current = (await stores.sync.loadUnit(stores.tenantId, unit.workId)) ?? current;
      expect(crm.asked.filter((each) => each === 'records deal d1')).toHaveLength(1);
      const file = await stores.fileOf({ kind: 'deal', dealId: 'd1' });
      expect(file?.activities.map(({ id }) => id)).toEqual(['m1']);
    });

    it('counts nothing, because the long load reads it again', async () => {
      await walk(pressing(), { kind: 'deal', phase: 'first', from: null });
      expect(await stores.nights.loadLatest(stores.tenantId)).toMatchObject({ records: 0 });
    });

    it('asks for the chosen pipelines, and for nothing that is switched off', async () => {
      const asked: unknown[] = [];
      const crm = pressing({
        readPressingDeals: (question) => {
          asked.push(question.pipelineIds);
          return Promise.resolve(['d1']);
        },
      });
      const settings = { notRead: ['email' as const], pipelineIds: ['sales'] };
      await walk(crm, { kind: 'deal', phase: 'first', from: null }, settings);
      expect(asked).toEqual([['sales']]);
      expect(crm.asked.filter((each) => each.includes('email'))).toEqual([]);
    });
  });

  describe('that may not read its kind', () => {
    const forbidden = () =>
      Promise.reject(new AppError('crm_forbidden', 'No scope.', { recovery: 'skip' }));

    it('ends with one receipt that names what it costs, and keeps its watermark', async () => {
      const crm = fakeCrm([], { readChanges: forbidden });
      const { end } = await walk(crm, { kind: 'email', phase: 'changes' });
      expect(end).toBe('done');
      expect(await receipts()).toEqual([
        'The CRM does not let us read mails: a scope or permission is missing. Until it is granted, cards rest on calls, meetings and notes alone.',
      ]);
      expect([...(await stores.nights.loadWatermarks(stores.tenantId)).keys()]).toEqual([]);
    });

    it('reads what was said although the people may not be read', async () => {
      const mail = anActivity({ id: 'm1', contactIds: ['dana'], dealIds: [] });
      const crm = fakeCrm([mail], { readRecords: forbidden });
      const { end } = await walk(crm, { kind: 'email', phase: 'changes' });
      expect(end).toBe('done');
      expect(await stores.nights.loadLatest(stores.tenantId)).toMatchObject({ activities: 1 });
    });

    it('is not ended by anything else', async () => {
      const outage = new AppError('crm_unavailable', 'Away.', { recovery: 'retry' });
      const crm = fakeCrm([], { readChanges: () => Promise.reject(outage) });
      await expect(walk(crm, { kind: 'email', phase: 'changes' })).rejects.toBe(outage);
      const bug = fakeCrm([], { readChanges: () => Promise.reject(new TypeError('Ours.')) });
      await expect(walk(bug, { kind: 'note', phase: 'changes' })).rejects.toThrow('Ours.');
    });

    it('says so for a list of ids that the CRM does not have', async () => {
      const rejected = new AppError('crm_rejected', 'No such list.', { recovery: 'abort' });
      const crm = fakeCrm([], { readIds: () => Promise.reject(rejected) });
      await walk(crm, { kind: 'note', phase: 'sweep' });
      expect(await receipts()).toEqual([expect.stringContaining('list the ids of notes')]);
    });
  });

  it('of a kind that is switched off costs no call and says so', async () => {
    const crm = fakeCrm([anActivity()]);
    const settings = { notRead: ['email' as const], pipelineIds: [] };
    await walk(crm, { kind: 'email', phase: 'changes' }, settings);
    await stores.sync.markDirty(stores.tenantId, [{ kind: 'email', id: '900' }]);
    await refreshRecords(toolsOf(stores, crm, settings), stores.tenantId);
    expect(crm.asked).toEqual([]);
    expect(await refs()).toEqual([]);
    expect(await receipts()).toEqual([
      'Reading mails is switched off in the settings, so none were read.',
    ]);
  });

  it('says once that contacts come without response figures where those are switched off', async () => {
    const crm = fakeCrm([contact('p1')]);
    const off = { notRead: ['responses' as const], pipelineIds: [] };
    await walk(crm, { kind: 'contact', phase: 'changes' }, off);
    expect(await isHeld('p1')).toBe(true);
    expect(await receipts()).toEqual([
      'Reading what people opened, clicked and visited is switched off in the settings, so contacts carry no such figures.',
    ]);
  });

  it('hands on what could not be told completely, to be read by id', async () => {
    const crm = fakeCrm([], {
      readChanges: () =>
        Promise.resolve({
          records: [],
          receipts: [],
          again: [{ kind: 'email', id: 'm7' }],
          next: null,
        }),
    });
    await walk(crm, { kind: 'email', phase: 'changes' });
    expect(await refs()).toEqual(['m7']);
  });

  it('treats a person who was merged away as gone, and fetches again what they took part in', async () => {
    await hold(['loser']);
    const alone = activity('m1', { authorPersonId: 'loser', personIds: ['loser'] });
    await stores.apply(page({ activities: [read(alone)] }));
    await stores.sync.markDirty(stores.tenantId, [{ kind: 'contact', id: 'loser' }]);
    const crm = fakeCrm([], {
      readRecords: () =>
        Promise.resolve({
          records: [contact('winner')],
          receipts: [],
          missing: ['loser'],
          merged: ['loser'],
        }),
    });
    await refreshRecords(toolsOf(stores, crm), stores.tenantId);
    expect([await isHeld('loser'), await isHeld('winner')]).toEqual([false, true]);
    expect(await refs()).toEqual(['m1']);
  });
});

async function isComplete({ inTenant, tenantId }: TenantStores, unit: SyncUnit): Promise<boolean> {
  const { rows } = await inTenant(tenantId, ({ trx }) =>
    sql<{ complete: boolean }>`
      select done and complete as complete from sync_unit where work_id = ${unit.workId}
    `.execute(trx),
  );
  return rows[0]?.complete ?? true;
}

async function goneIds({ inTenant, tenantId }: TenantStores): Promise<readonly string[]> {
  const { rows } = await inTenant(tenantId, ({ trx }) =>
    sql<{ id: string }>`select id from gone_record order by id`.execute(trx),
  );
  return rows.map(({ id }) => id);
}
