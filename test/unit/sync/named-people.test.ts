import { describe, expect, it } from '@jest/globals';
import { namedPeople } from '../../../server/sync/named-people.ts';
import { anActivity, aPerson, surroundings } from './activity-record.ts';

const dana = aPerson();
const cormac = aPerson({ id: 'p2', name: 'Cormac Lavelle' });
const bozena = aPerson({ id: 'p3', name: 'Bożena Krawiec' });
const stranger = aPerson({ id: 'p4', name: 'Nadia Amrani' });
const deals = [{ id: 'd1', name: 'Line 2', open: true, personIds: ['p1', 'p2', 'p3'] }];
const around = surroundings({ persons: [dana, cormac, bozena, stranger], deals });

const named = (text: string, over: object = {}) => {
  const note = anActivity({ kind: 'note', dealIds: ['d1'], contactIds: ['p1'], text, ...over });
  return namedPeople(note, { buyers: [dana] }, around).map(({ id }) => id);
};

describe('the people a note names', () => {
  it('are those of its deal who took no part in it', () => {
    expect(named('Cormac feels he was passed over, Dana told me.')).toEqual(['p2']);
    expect(named('Bozena tried the app.')).toEqual(['p3']);
  });

  it('are nobody where no name of theirs is written', () => {
    expect(named('They are happy with the plan.')).toEqual([]);
    expect(named('cormac is no name here')).toEqual([]);
  });

  it('are nobody from outside the deal', () => {
    expect(named('Nadia asked for a price.')).toEqual([]);
    expect(named('Cormac feels passed over.', { dealIds: [] })).toEqual([]);
  });

  it('are not looked for in what buyers write or say themselves', () => {
    expect(named('Cormac asked me to write.', { kind: 'email' })).toEqual([]);
    const transcript = { kind: 'call', field: 'transcript' };
    expect(named('Dana: Cormac has decided.', transcript)).toEqual([]);
  });
});
