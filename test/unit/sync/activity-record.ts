import type { ActivityRecord } from '../../../server/crm/records.ts';
import type { Person, Seller } from '../../../server/domain/person.ts';
import type { Surroundings } from '../../../server/sync/port.ts';

export function anActivity(parts: Partial<ActivityRecord> = {}): ActivityRecord {
  return {
    kind: 'email',
    id: '900',
    updatedAt: '2026-03-02T10:00:00.000Z',
    archived: false,
    at: '2026-03-02T09:58:00.000Z',
    endAt: null,
    direction: 'in',
    title: null,
    field: 'body',
    format: 'plain',
    text: 'How do we know the history comes across?',
    ownerId: 's1',
    participants: [{ role: 'author', name: 'Dana Whitlock', email: 'dana@fenwick.example' }],
    contactIds: ['p1'],
    dealIds: ['d1'],
    threadId: null,
    outcome: null,
    survey: null,
    ...parts,
  };
}

export function aPerson(parts: Partial<Person> = {}): Person {
  return {
    id: 'p1',
    name: 'Dana Whitlock',
    title: 'Head of Operations',
    email: 'dana@fenwick.example',
    companyId: null,
    ownerId: null,
    doNotAnalyse: false,
    responses: null,
    ...parts,
  };
}

export const sam: Seller = {
  id: 's1',
  name: 'Sam Okafor',
  email: 'sam@larkfield.example',
  userId: '71',
};

export function surroundings(parts: Partial<Surroundings> = {}): Surroundings {
  return {
    persons: [aPerson()],
    sellers: [sam],
    deals: [{ id: 'd1', name: 'Fenwick - Plan', open: true, personIds: ['p1'] }],
    threadDeals: new Map(),
    ownDomains: ['larkfield.example'],
    ...parts,
  };
}
