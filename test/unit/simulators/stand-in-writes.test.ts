import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EVERY_SCOPE } from '../../simulators/hubspot/http/scopes.ts';
import { openStandIn } from './open-stand-in.ts';
import type { OpenStandIn } from './open-stand-in.ts';

const DEALS = '/crm/objects/2026-09/deals';
const TASKS = '/crm/objects/2026-09/tasks';

describe("The stand-in's writes", () => {
  let open: OpenStandIn;
  let deal: string;
  let other: string;

  beforeEach(async () => {
    open = await openStandIn({ grantedScopes: EVERY_SCOPE });
    deal = open.hubspot.putRecord({ type: 'deals', properties: { dealname: 'One' } }).id;
    other = open.hubspot.putRecord({ type: 'deals', properties: { dealname: 'Two' } }).id;
  });
  afterEach(() => open.close());

  const nameOf = (id: string): string | null | undefined =>
    open.hubspot.getRecord('deals', id)?.properties['dealname'];
  const update = (inputs: readonly object[]) => open.ask(`POST ${DEALS}/batch/update`, { inputs });

  it('creates, changes, archives and no longer finds a record', async () => {
    const made = await open.ask(`POST ${DEALS}`, { properties: { dealname: 'New', amount: '10' } });
    const path = `${DEALS}/${made.body?.id ?? ''}`;
    const changed = await open.ask(`PATCH ${path}`, { properties: { amount: '' } });
    const read = await open.ask(`GET ${path}?properties=amount,dealname`);
    const archived = await open.ask(`DELETE ${path}`);
    const gone = await open.ask(`GET ${path}`);
    expect([made, changed, read, archived, gone].map(({ status }) => status)).toEqual([
      201, 200, 200, 204, 404,
    ]);
    expect(read.body).toMatchObject({ properties: { dealname: 'New', amount: null } });
  });

  it.each([
    ['a property that does not exist', { no_such: 'x' }, 'PROPERTY_DOESNT_EXIST'],
    ['a number with a comma', { amount: '1,000' }, 'INVALID_INTEGER'],
    ['a read-only property', { hs_lastmodifieddate: '0' }, 'READ_ONLY_VALUE'],
    ['a moment in words', { closedate: 'tomorrow' }, 'INVALID_LONG'],
  ])('refuses %s', async (_name, properties, code) => {
    const { status, body } = await open.ask(`PATCH ${DEALS}/${deal}`, { properties });
    expect(status).toBe(400);
    expect(body).toMatchObject({ category: 'VALIDATION_ERROR', errors: [{ code }] });
  });

  it.each([
    ['a number for a value', [{ id: '1', properties: { amount: 5 } }]],
    ['a number for an id', [{ id: 1, properties: { amount: '5' } }]],
    ['no property', [{ id: '1', properties: {} }]],
    ['no input', []],
    [
      '101 inputs',
      Array.from({ length: 101 }, (_, id) => ({ id: String(id), properties: { amount: '1' } })),
    ],
    [
      'a lookup by a property that is not unique',
      [{ id: 'x', idProperty: 'dealname', properties: { amount: '1' } }],
    ],
  ])('refuses a batch with %s', async (_name, inputs) => {
    expect(await update(inputs)).toMatchObject({ status: 400 });
  });

  it('refuses a record twice in one batch', async () => {
    const twice = { id: deal, properties: { dealname: 'X' } };
    const { status, body } = await update([twice, twice]);
    expect([status, body?.message]).toEqual([400, 'Duplicate IDs found in batch input.']);
  });

  it('writes nothing of a batch in which one record is refused, unless each is traced', async () => {
    open.hubspot.addRule({ type: 'deals', refusesId: other, message: 'Locked by sales ops.' });
    const inputs = [deal, other].map((id) => ({ id, properties: { dealname: 'Changed' } }));
    expect((await update(inputs)).status).toBe(400);
    expect(nameOf(deal)).toBe('One');
    const traced = inputs.map((input, index) => ({ ...input, objectWriteTraceId: `t${index}` }));
    const { status, body } = await update(traced);
    expect([status, nameOf(deal), nameOf(other)]).toEqual([207, 'Changed', 'Two']);
    expect(body).toMatchObject({
      numErrors: 1,
      results: [{ id: deal, objectWriteTraceId: 't0' }],
      errors: [
        { category: 'VALIDATION_ERROR', context: { objectWriteTraceId: ['t1'], id: [other] } },
      ],
    });
  });

  it('obeys a rule that asks for a property, until it is lifted', async () => {
    open.hubspot.addRule({ type: 'deals', requires: 'closed_lost_reason' });
    const change = { properties: { dealname: 'X' } };
    const { status, body } = await open.ask(`PATCH ${DEALS}/${deal}`, change);
    expect([status, body?.errors?.[0]?.['code']]).toEqual([400, 'REQUIRED_FIELD']);
    open.hubspot.clearRules();
    expect((await open.ask(`PATCH ${DEALS}/${deal}`, change)).status).toBe(200);
  });

  it('tells the ids that it does not know beside the results', async () => {
    const { status, body } = await update([
      { id: deal, properties: { dealname: 'X' } },
      { id: '404', properties: { dealname: 'Y' } },
    ]);
    expect(status).toBe(207);
    expect(body).toMatchObject({
      results: [{ id: deal }],
      errors: [{ category: 'OBJECT_NOT_FOUND', context: { ids: ['404'] } }],
    });
  });

  it('upserts by a unique property of our own, once', async () => {
    const key = { name: 'attune_key', label: 'Key', type: 'string', fieldType: 'text' };
    const property = { ...key, groupName: 'taskinformation', hasUniqueValue: true };
    await open.ask('POST /crm/properties/2026-09/tasks', property);
    const properties = { hs_task_subject: 'Call', hs_timestamp: '1763632800000' };
    const inputs = [{ id: 'k1', idProperty: 'attune_key', properties }];
    const first = await open.ask(`POST ${TASKS}/batch/upsert`, { inputs });
    const second = await open.ask(`POST ${TASKS}/batch/upsert`, { inputs });
    const told = [first, second].map(({ body }) => body?.results?.map((each) => each['new']));
    expect(told).toEqual([[true], [false]]);
    expect([...open.hubspot.recordsOf('tasks')]).toHaveLength(1);
    const wrong = [{ id: 'k1', idProperty: 'hs_task_subject', properties }];
    const refused = await open.ask(`POST ${TASKS}/batch/upsert`, { inputs: wrong });
    expect(refused.body?.message).toMatch(/^Unable to perform update\/upsert by non-unique/);
  });

  it('refuses a second contact with the same address', async () => {
    const person = { properties: { email: 'dana@buyer.example' } };
    const [first, second] = [
      await open.ask('POST /crm/objects/2026-09/contacts', person),
      await open.ask('POST /crm/objects/2026-09/contacts', person),
    ];
    expect([first.status, second.status, second.body?.category]).toEqual([201, 409, 'CONFLICT']);
  });

  it('makes a task with its associations, by the type ids that fit', async () => {
    const task = (associationTypeId: number) => ({
      properties: { hs_task_subject: 'Call', hs_task_status: 'NOT_STARTED' },
      associations: [
        {
          to: { id: deal },
          types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId }],
        },
      ],
    });
    const made = await open.ask(`POST ${TASKS}`, task(216));
    const wrong = await open.ask(`POST ${TASKS}`, task(214));
    expect([made.status, wrong.status]).toEqual([201, 400]);
    const read = { inputs: [{ id: made.body?.id }] };
    const { body } = await open.ask('POST /crm/associations/2026-09/tasks/deals/batch/read', read);
    expect(body).toMatchObject({
      results: [{ to: [{ toObjectId: Number(deal), associationTypes: [{ typeId: 216 }] }] }],
    });
  });

  it('associates by default, in batches, and takes associations away', async () => {
    const note = open.hubspot.putRecord({ type: 'notes', properties: { hs_note_body: 'x' } }).id;
    const pair = '/crm/associations/2026-09/notes/deals/batch';
    const path = `/crm/objects/2026-09/notes/${note}/associations/default/deals/${deal}`;
    const ends = { from: { id: note }, to: { id: other } };
    const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 214 }];
    const statuses = [
      await open.ask(`PUT ${path}`),
      await open.ask(`POST ${pair}/create`, { inputs: [{ ...ends, types }] }),
      await open.ask(`POST ${pair}/create`, { inputs: [{ ...ends }] }),
      await open.ask(`POST ${pair}/associate/default`, { inputs: [ends] }),
      await open.ask(`POST ${pair}/archive`, {
        inputs: [{ from: { id: note }, to: [{ id: deal }] }],
      }),
      await open.ask(`PUT ${path}0`),
    ].map(({ status }) => status);
    expect(statuses).toEqual([200, 201, 400, 201, 204, 400]);
    const { body } = await open.ask(`POST ${pair}/read`, { inputs: [{ id: note }] });
    expect(body).toMatchObject({ results: [{ to: [{ toObjectId: Number(other) }] }] });
  });

  it('makes a group and properties once', async () => {
    const path = 'POST /crm/properties/2026-09/deals';
    const field = { label: 'Stage', type: 'string', fieldType: 'text', groupName: 'attune' };
    const answers = [
      await open.ask(path, { ...field, name: 'attune_stage' }),
      await open.ask(`${path}/groups`, { name: 'attune', label: 'Attune' }),
      await open.ask(`${path}/groups`, { name: 'attune', label: 'Attune' }),
      await open.ask(path, { ...field, name: 'attune_stage' }),
      await open.ask(path, { ...field, name: 'attune_stage' }),
      await open.ask(path, { ...field, name: 'Attune Stage' }),
      await open.ask(path, { ...field, name: 'attune_kind', type: 'number' }),
      await open.ask(`${path}/batch/create`, {
        inputs: ['attune_stage', 'attune_driver'].map((name) => ({ ...field, name })),
      }),
      await open.ask('GET /crm/properties/2026-09/deals/attune_driver'),
      await open.ask('GET /crm/properties/2026-09/deals/attune_nothing'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([
      400, 201, 409, 201, 409, 400, 400, 207, 200, 404,
    ]);
  });
});
