import { describe, expect, it } from '@jest/globals';
import { findPeople } from '../../../server/sync/find-people.ts';
import { anActivity, aPerson, surroundings } from './activity-record.ts';

describe('the people of an activity', () => {
  it('names the buyer who wrote a mail, whatever the case of the address', () => {
    const record = anActivity({
      participants: [{ role: 'author', name: null, email: 'DANA@Fenwick.example' }],
    });

    expect(findPeople(record, surroundings()).author).toBe('buyer:p1');
  });

  it('takes a mail from one of our own domains as ours, though no owner has that address', () => {
    const record = anActivity({
      participants: [{ role: 'author', name: null, email: 'desk@larkfield.example' }],
    });

    const people = findPeople(record, surroundings());

    expect(people).toMatchObject({ authorPersonId: null, sellerId: 's1' });
    expect(people.author).toMatch(/^seller:/);
  });

  it('leaves the author open when the address belongs to nobody the CRM knows', () => {
    const record = anActivity({
      participants: [{ role: 'author', name: null, email: 'someone@fenwick.example' }],
    });

    expect(findPeople(record, surroundings()).author).toBeNull();
  });

  it('takes a note as ours even when it is about one buyer only', () => {
    const record = anActivity({ kind: 'note', direction: null, participants: [] });

    expect(findPeople(record, surroundings())).toMatchObject({
      author: 'seller:s1',
      sellerId: 's1',
    });
  });

  it('gives a ticket without an author to its only contact', () => {
    const record = anActivity({ kind: 'ticket', direction: null, participants: [] });

    expect(findPeople(record, surroundings()).authorPersonId).toBe('p1');
  });

  it('leaves a transcript to its speakers', () => {
    const record = anActivity({ kind: 'call', field: 'transcript', participants: [] });

    expect(findPeople(record, surroundings()).author).toBeNull();
  });

  it('leaves a chat thread to its speakers, and gives a form to whose address was typed in it', () => {
    const thread = anActivity({ kind: 'thread', direction: null, participants: [] });
    const form = anActivity({ kind: 'form', ownerId: null, contactIds: [] });

    expect(findPeople(thread, surroundings())).toMatchObject({
      author: null,
      authorPersonId: null,
    });
    expect(findPeople(form, surroundings())).toMatchObject({ author: 'buyer:p1', sellerId: null });
  });

  it('never counts a contact of our own domain as a buyer', () => {
    const insider = aPerson({ id: 'p9', email: 'pat@larkfield.example' });
    const record = anActivity({ contactIds: ['p1', 'p9'] });

    const people = findPeople(record, surroundings({ persons: [aPerson(), insider] }));

    expect(people.buyers.map(({ id }) => id)).toEqual(['p1']);
  });
});
