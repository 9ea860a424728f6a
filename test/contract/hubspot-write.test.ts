import { afterEach, describe, expect, it } from '@jest/globals';
import type { CallMeter, CrmPort } from '../../server/crm/port.ts';
import { OWN_FIELDS, type FieldWrite } from '../../server/crm/writes.ts';
import { OWN_PROPERTIES } from '../../server/crm/hubspot/writing/own-properties.ts';
import { AppError } from '../../shared/errors.ts';
import { openHubSpot, type OpenHubSpot } from '../support/hubspot/open-hubspot.ts';

const notNow = () =>
  new AppError('crm_rate_limited', 'Not now.', { recovery: 'wait', retryAfterMs: 700 });

describe('writing to HubSpot', () => {
  let opened: OpenHubSpot;

  afterEach(() => opened.hubspot.close());

  const open = async () => {
    opened = await openHubSpot();
    const { port, hubspot } = opened;
    const { setUpFields, writeFields, createTask, createNote } = port as Required<CrmPort>;
    for (const id of ['1', '2', '3']) {
      hubspot.putRecord({
        type: 'deals',
        id,
        properties: { dealname: `Deal ${id}`, pipeline: 'sales', dealstage: 'open' },
      });
    }
    hubspot.putRecord({ type: 'contacts', id: '7', properties: { firstname: 'Dana' } });
    return { hubspot, setUpFields, writeFields, createTask, createNote };
  };
  const headline = (id: string, text = 'Certainty'): FieldWrite => ({
    ref: { kind: 'deal', id },
    values: { headline: text, open_concerns: '2', updated_at: '2026-11-20T10:00:00.000Z' },
  });
  const valueOf = (id: string) =>
    opened.hubspot.getRecord('deals', id)?.properties[OWN_PROPERTIES.headline.name];

  it('makes our properties once, however often it is asked', async () => {
    const { setUpFields, writeFields } = await open();
    await setUpFields(['do_not_analyse']);
    await setUpFields(OWN_FIELDS);
    await setUpFields(OWN_FIELDS);
    const results = await writeFields([headline('1')]);
    expect(results).toEqual([{ outcome: 'written', reason: null }]);
    expect(valueOf('1')).toBe('Certainty');
  });

  it('makes a task in an account that gives three calls at a time, though its key is missing', async () => {
    let left = 3;
    let isSetAside = false;
    const meter: CallMeter = {
      take: () => {
        if (isSetAside) return Promise.resolve();
        left -= 1;
        return left >= 0 ? Promise.resolve() : Promise.reject(notNow());
      },
      seen: () => undefined,
      reserve: async (_calls, work) => {
        isSetAside = true;
        return work().finally(() => (isSetAside = false));
      },
    };
    opened = await openHubSpot({}, { meter });
    const { createTask } = opened.port as Required<CrmPort>;
    const task = { key: 'k', subject: 'Call', body: '', dueAt: '2026-11-21T09:00:00.000Z' };
    const attempt = () => {
      left = 3;
      return createTask({ ...task, ownerId: null, about: [] });
    };
    const made = await attempt().catch(attempt).catch(attempt);
    expect(opened.hubspot.getRecord('tasks', made.id)?.properties).toMatchObject({
      hs_task_subject: 'Call',
    });
  });

  it('writes 250 records in three calls', async () => {
    const { hubspot, setUpFields, writeFields } = await open();
    await setUpFields(OWN_FIELDS);
    const ids = Array.from({ length: 250 }, (_, at) => String(1_000 + at));
    for (const id of ids) {
      hubspot.putRecord({
        type: 'deals',
        id,
        properties: { dealname: id, pipeline: 'sales', dealstage: 'open' },
      });
    }
    const before = hubspot.ledger.count('ten_secondly');
    const results = await writeFields(ids.map((id) => headline(id)));
    expect(results.every(({ outcome }) => outcome === 'written')).toBe(true);
    expect(hubspot.ledger.count('ten_secondly') - before).toBe(3);
  });

  it('gives each record its own result when a rule of the account refuses one', async () => {
    const { hubspot, setUpFields, writeFields } = await open();
    await setUpFields(OWN_FIELDS);
    hubspot.addRule({ type: 'deals', refusesId: '2' });
    const results = await writeFields([
      headline('1'),
      headline('2'),
      headline('3'),
      headline('99'),
    ]);
    expect(results.map(({ outcome }) => outcome)).toEqual([
      'written',
      'refused',
      'written',
      'gone',
    ]);
    expect(results[1]?.reason).toContain('deal 2');
    expect([valueOf('1'), valueOf('2') ?? null, valueOf('3')]).toEqual([
      'Certainty',
      null,
      'Certainty',
    ]);
  });

  it('clears a field', async () => {
    const { setUpFields, writeFields } = await open();
    await setUpFields(OWN_FIELDS);
    await writeFields([headline('1')]);
    await writeFields([{ ref: { kind: 'deal', id: '1' }, values: { headline: null } }]);
    expect(valueOf('1')).toBeNull();
  });

  it('creates one task for one key, linked to its deal, even when the answer is lost', async () => {
    const { hubspot, createTask } = await open();
    const task = {
      key: 'task-7',
      subject: 'Send the rollback plan',
      body: 'Before the review.',
      dueAt: '2026-11-21T09:00:00.000Z',
      ownerId: '501',
      about: [{ kind: 'deal', id: '1' }],
    } as const;
    const first = await createTask(task);
    const before = hubspot.ledger.count('ten_secondly');
    const again = await createTask(task);
    expect(again.id).toBe(first.id);
    expect(hubspot.ledger.count('ten_secondly') - before).toBe(2);
    const tasks = [...hubspot.recordsOf('tasks')];
    expect(tasks).toHaveLength(1);
    expect(tasks[0]?.properties['hs_task_subject']).toBe('Send the rollback plan');
  });

  const NOTE = {
    key: 'note-7',
    lines: ['Questions to ask Dana <Ops> & "Co"', 'How do they buy?', ''],
    at: '2026-11-20T10:00:00.000Z',
    ownerId: '501',
    about: [
      { kind: 'deal', id: '1' },
      { kind: 'contact', id: '7' },
    ],
  } as const;

  it('creates one note for one key, on its deal and its person, even when the answer is lost', async () => {
    const { hubspot, createNote } = await open();
    const first = await createNote(NOTE);
    const before = hubspot.ledger.count('ten_secondly');
    expect(await createNote(NOTE)).toEqual(first);
    expect(hubspot.ledger.count('ten_secondly') - before).toBe(3);
    const [note, ...others] = [...hubspot.recordsOf('notes')];
    expect(others).toEqual([]);
    expect(note?.properties).toMatchObject({
      attune_note_key: 'note-7',
      hs_timestamp: NOTE.at,
      hs_note_body:
        '<p>Questions to ask Dana &lt;Ops&gt; &amp; &quot;Co&quot;</p><p>How do they buy?</p><p><br></p>',
      hubspot_owner_id: '501',
    });
    const { records } = await opened.port.readRecords('note', [first.id]);
    expect(records).toMatchObject([{ dealIds: ['1'], contactIds: ['7'], ownerId: '501' }]);
  });

  it('makes the key of notes only when a note is refused for want of it', async () => {
    const { hubspot, setUpFields, createNote } = await open();
    await setUpFields(OWN_FIELDS);
    const before = hubspot.ledger.count('ten_secondly');
    await createNote({ ...NOTE, ownerId: null, about: [] });
    const [note] = [...hubspot.recordsOf('notes')];
    expect(note?.properties['hubspot_owner_id'] ?? null).toBeNull();
    // Refused; what there is, the group, the key; then the note.
    expect(hubspot.ledger.count('ten_secondly') - before).toBe(5);
    await createNote({ ...NOTE, key: 'note-8', about: [] });
    expect(hubspot.ledger.count('ten_secondly') - before).toBe(6);
    expect([...hubspot.recordsOf('notes')]).toHaveLength(2);
  });

  it('says so where HubSpot refuses the note itself', async () => {
    const { hubspot, createNote } = await open();
    hubspot.addRule({ type: 'notes', requires: 'hs_attachment_ids' });
    await expect(createNote(NOTE)).rejects.toMatchObject({ code: 'crm_rejected' });
    expect([...hubspot.recordsOf('notes')]).toEqual([]);
  });
});
