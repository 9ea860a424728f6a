import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createMayRead, readableOf } from '../../../server/insight/rights/may-read.ts';
import type { Owner, OwnedRef } from '../../../server/insight/rights/port.ts';

const ada: Owner = { id: 'o1', userId: 'u1', teamIds: ['north'] };
const ben: Owner = { id: 'o2', userId: 'u2', teamIds: ['north', 'south'] };
const cy: Owner = { id: 'o3', userId: 'u3', teamIds: [] };
const owners = [ada, ben, cy];
const deal = (id: string, ownerId: string | null): OwnedRef => ({ kind: 'deal', id, ownerId });
const owned = [deal('1', 'o1'), deal('2', 'o2'), deal('3', 'o3'), deal('4', null)];
const idsFor = (userId: string) => readableOf(userId, { owners, owned }).map(({ id }) => id);

describe('what a viewer may read', () => {
  it('is what they own, and what an owner of one of their teams owns', () => {
    expect(idsFor('u1')).toEqual(['1', '2']);
    expect(idsFor('u2')).toEqual(['1', '2']);
    expect(idsFor('u3')).toEqual(['3']);
  });

  it('is nothing for a user who is no owner', () => {
    expect(idsFor('u9')).toEqual([]);
  });

  it('is never an ownerless record, nor one of an owner who is in no team of theirs', () => {
    const team = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 });
    const anyOwner = (id: string) =>
      fc.record({ id: fc.constant(id), userId: fc.constant(id), teamIds: team });
    fc.assert(
      fc.property(fc.tuple(anyOwner('x'), anyOwner('y')), ([viewer, other]) => {
        const refs = [deal('own', 'x'), deal('theirs', 'y'), deal('nobody', null)];
        const ids = readableOf('x', { owners: [viewer, other], owned: refs }).map(({ id }) => id);
        const share = viewer.teamIds.some((id) => other.teamIds.includes(id));
        expect(ids).toEqual(share ? ['own', 'theirs'] : ['own']);
      }),
    );
  });

  it('is asked of nobody when there is nothing to ask about', async () => {
    const mayRead = createMayRead({ loadOwnership: () => Promise.reject(new Error('asked')) });
    expect(await mayRead('t1', 'u1', [])).toEqual([]);
  });
});
