import { describe, expect, it } from '@jest/globals';
import type { FieldWrite, OwnValues, WriteResult } from '../../../server/crm/writes.ts';
import type { OwnFieldStore, SettledRecord } from '../../../server/sync/port.ts';
import { pushWriteBack } from '../../../server/sync/push-write-back.ts';

type Ref = FieldWrite['ref'];

/** Fields in memory: what the CRM holds, and what we remember of it. */
function open(refs: readonly Ref[], values: OwnValues) {
  const written: FieldWrite[] = [];
  const reasons: string[] = [];
  const known = new Map<string, SettledRecord>();
  let said = { values, gist: values };
  let answer: WriteResult = { outcome: 'written', reason: null };
  const store: OwnFieldStore = {
    listWaiting: (_tenant, limit) =>
      Promise.resolve(
        refs
          .slice(0, limit)
          .map((ref) => ({ ref, hash: known.get(`${ref.kind} ${ref.id}`)?.hash ?? null })),
      ),
    settle: (_tenant, settled, { receipts }) => {
      for (const each of settled) known.set(`${each.ref.kind} ${each.ref.id}`, each);
      reasons.push(...receipts.map(({ reason }) => reason));
      return Promise.resolve();
    },
  };
  const crm = {
    writeFields: (writes: readonly FieldWrite[]) => {
      written.push(...writes);
      return Promise.resolve(writes.map(() => answer));
    },
  };
  const clock = () => new Date('2026-11-24T03:00:00.000Z');
  const push = () =>
    pushWriteBack(
      { crm, store, clock, compose: (_tenant, all) => Promise.resolve(all.map(() => said)) },
      'tenant',
    );
  return {
    push,
    written,
    reasons,
    say: (next: OwnValues, gist = next) => {
      said = { values: next, gist };
    },
    answer: (next: WriteResult) => {
      answer = next;
    },
  };
}

const DEAL: Ref = { kind: 'deal', id: '7' };

describe('write-back', () => {
  it('writes a record when its values changed, and not again', async () => {
    const fields = open([DEAL], { headline: 'Certainty' });
    await fields.push();
    await fields.push();
    expect(fields.written).toEqual([
      { ref: DEAL, values: { headline: 'Certainty', updated_at: '2026-11-24T03:00:00.000Z' } },
    ]);
    fields.say({ headline: 'Safety' });
    await fields.push();
    expect(fields.written).toHaveLength(2);
  });

  it('leaves a record be when only an age in its words grew', async () => {
    const gist = { headline: '1 open concern, 14 days' };
    const fields = open([DEAL], gist);
    await fields.push();
    fields.say({ headline: '1 open concern, 15 days' }, gist);
    await fields.push();
    expect(fields.written).toHaveLength(1);
  });

  it('makes no call for a record that has nothing to say and never had', async () => {
    const fields = open([DEAL], { headline: null, stage: null });
    await fields.push();
    expect(fields.written).toEqual([]);
  });

  it('clears what it wrote when there is nothing to say any more', async () => {
    const fields = open([DEAL], { headline: 'Certainty' });
    await fields.push();
    fields.say({ headline: null });
    await fields.push();
    expect(fields.written.at(-1)?.values.headline).toBeNull();
  });

  it('leaves a refused record alone until its values change, and tells the admin once', async () => {
    const fields = open([DEAL], { headline: 'Certainty' });
    fields.answer({ outcome: 'refused', reason: 'A rule of the account.' });
    await fields.push();
    await fields.push();
    expect(fields.written).toHaveLength(1);
    expect(fields.reasons).toEqual(['A rule of the account.']);
  });

  it('says that more waits when a slice was full', async () => {
    const many = Array.from({ length: 1_000 }, (_, at): Ref => ({ kind: 'contact', id: `${at}` }));
    expect(await open(many, {}).push()).toBe(true);
    expect(await open(many.slice(1), {}).push()).toBe(false);
  });
});
