import { describe, expect, it } from '@jest/globals';
import { inferRole } from '../../../server/persona/infer-role.ts';
import {
  aDealFile,
  aPerson,
  aStatement,
  anActivity,
  anEvidence,
} from '../../support/cards/deal-file.ts';

const roleOf = (title: string | null, over: Parameters<typeof aDealFile>[0] = {}) =>
  inferRole(aDealFile({ activities: [], ...over }), aPerson({ title }));

describe('the buying role', () => {
  const titles = [
    ['Chief Financial Officer', 'economic_buyer'],
    ['Operations Director', 'economic_buyer'],
    ['Vice President Operations', 'economic_buyer'],
    ['Head of Purchasing', 'procurement'],
    ['Information Security Officer', 'security'],
    ['Legal Counsel', 'legal'],
    ['IT Manager', 'technical_evaluator'],
    ['Branch Librarian', 'user'],
  ] as const;

  it.each(titles)('of a %s is read from the title: %s', (title, role) => {
    expect(roleOf(title)).toEqual({ role, roleBasis: 'title' });
  });

  it('is not known from a thin title, nor without one', () => {
    expect(roleOf('Head of Operations')).toEqual({ role: null, roleBasis: null });
    expect(roleOf(null).role).toBeNull();
  });

  it('is the buyer’s word before the title: who is said to sign, decides on the money', () => {
    const statements = [aStatement({ kind: 'purchasing', shown: 'Dana signs', personId: 'bo' })];
    expect(roleOf('IT Manager', { statements })).toEqual({
      role: 'economic_buyer',
      roleBasis: 'words',
    });
  });

  it('is not moved by somebody else signing, or by such words about another matter', () => {
    const other = aStatement({ kind: 'purchasing', shown: 'Seun signs' });
    const task = aStatement({ kind: 'task', shown: 'Dana signs the shift book' });
    expect(roleOf('IT Manager', { statements: [other, task] }).role).toBe('technical_evaluator');
  });

  it('is champion for a leading person who hopes for it in words', () => {
    const evidence = [anEvidence({ driver: 'progress', pole: 'met' })];
    expect(roleOf('Head of Operations', { evidence })).toEqual({
      role: 'champion',
      roleBasis: 'words',
    });
    expect(roleOf('Volunteer', { evidence }).role).toBeNull();
  });

  it('is champion for a leading person who writes more than everyone else', () => {
    const activities = [anActivity(), anActivity({ id: 'm2' })];
    const persons = [aPerson(), aPerson({ id: 'bo' })];
    expect(roleOf('Plant Manager', { activities, persons }).role).toBe('champion');
    const equal = [...activities, ...activities.map((each) => ({ ...each, authorPersonId: 'bo' }))];
    expect(roleOf('Plant Manager', { activities: equal, persons }).role).toBeNull();
  });
});
