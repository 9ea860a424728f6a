import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EVERY_SCOPE } from '../../simulators/hubspot/http/scopes.ts';
import { EMPTY_ACCOUNT } from '../../support/hubspot/open-hubspot.ts';
import { openStandIn } from './open-stand-in.ts';
import type { OpenStandIn, Reply } from './open-stand-in.ts';

const CONTACTS = '/crm/objects/2026-09/contacts';

function idsOf({ body }: Reply): readonly string[] {
  return (body?.results ?? []).map(({ id }) => id);
}

describe("The stand-in's reads", () => {
  let open: OpenStandIn;

  beforeEach(async () => {
    open = await openStandIn({ grantedScopes: EVERY_SCOPE, timeZone: 'Europe/Berlin' });
  });
  afterEach(() => open.close());

  const addContacts = (count: number): readonly string[] =>
    Array.from(
      { length: count },
      (_, index) =>
        open.hubspot.putRecord({ type: 'contacts', properties: { lastname: `P${index}` } }).id,
    );
  const search = (question: object): Promise<Reply> =>
    open.ask(`POST ${CONTACTS}/search`, question);

  it('lists what is archived apart, with its moment, page by page', async () => {
    const ids = addContacts(5);
    for (const id of ids.slice(1)) open.hubspot.deleteRecord('contacts', id);
    const first = await open.ask(`GET ${CONTACTS}?archived=true&limit=3`);
    const after = first.body?.paging?.next.after ?? '';
    const second = await open.ask(`GET ${CONTACTS}?archived=true&limit=3&after=${after}`);
    expect([...idsOf(first), ...idsOf(second)]).toEqual(ids.slice(1));
    expect(first.body?.results?.[0]).toMatchObject({
      archived: true,
      archivedAt: open.now().toISOString(),
    });
    expect(idsOf(await open.ask(`GET ${CONTACTS}`))).toEqual(ids.slice(0, 1));
    expect(idsOf(await search({ filterGroups: [] }))).toEqual(ids.slice(0, 1));
  });

  it('reads an archived record only when asked for one', async () => {
    const [id = ''] = addContacts(1);
    open.hubspot.deleteRecord('contacts', id);
    const statuses = [
      await open.ask(`GET ${CONTACTS}/${id}`),
      await open.ask(`GET ${CONTACTS}/${id}?archived=true`),
    ].map(({ status }) => status);
    open.hubspot.restoreRecord('contacts', id);
    expect([...statuses, (await open.ask(`GET ${CONTACTS}/${id}`)).status]).toEqual([
      404, 200, 200,
    ]);
  });

  it("reads a merged contact's id as the survivor's, with what belonged to both", async () => {
    const [winner = '', loser = ''] = addContacts(2);
    const deal = open.hubspot.putRecord({
      type: 'deals',
      properties: {},
      associations: { contacts: [loser] },
    }).id;
    open.hubspot.mergeRecords('contacts', winner, loser);
    const read = await open.ask(`GET ${CONTACTS}/${loser}?associations=deals`);
    expect(read.body).toMatchObject({
      id: winner,
      associations: { deals: { results: [{ id: deal }, {}] } },
    });
    expect(idsOf(await open.ask(`GET ${CONTACTS}`))).toEqual([winner]);
    expect(idsOf(await search({}))).toEqual([winner]);
  });

  it('keeps nothing of a privacy deletion, not even in the recycle bin', async () => {
    const [id = ''] = addContacts(1);
    const done = await open.ask(`POST ${CONTACTS}/gdpr-delete`, { objectId: id });
    expect(done.status).toBe(204);
    expect(idsOf(await open.ask(`GET ${CONTACTS}?archived=true`))).toEqual([]);
    expect((await open.ask(`GET ${CONTACTS}/${id}`)).status).toBe(404);
    expect(idsOf(await search({}))).toEqual([]);
  });

  it('merges by its own path, and not with what is not there', async () => {
    const [primaryObjectId = '', objectIdToMerge = ''] = addContacts(2);
    const path = `POST ${CONTACTS}/merge`;
    const done = await open.ask(path, { primaryObjectId, objectIdToMerge });
    const again = await open.ask(path, { primaryObjectId, objectIdToMerge });
    expect([done.status, done.body?.id, again.status]).toEqual([200, primaryObjectId, 404]);
  });

  it.each([
    ['a list of more than a hundred', `GET ${CONTACTS}?limit=101`, undefined],
    [
      'a list of more than fifty with history',
      `GET ${CONTACTS}?limit=51&propertiesWithHistory=email`,
      undefined,
    ],
    ['a search page beyond 200', `POST ${CONTACTS}/search`, { limit: 201 }],
    ['a search beyond 10,000 results', `POST ${CONTACTS}/search`, { after: '9801', limit: 200 }],
    [
      'a search of more than 3,000 characters',
      `POST ${CONTACTS}/search`,
      { properties: Array.from({ length: 300 }, () => 'lastname_') },
    ],
    [
      'two sorts',
      `POST ${CONTACTS}/search`,
      {
        sorts: ['email', 'lastname'].map((propertyName) => ({
          propertyName,
          direction: 'ASCENDING',
        })),
      },
    ],
    [
      'six groups of filters',
      `POST ${CONTACTS}/search`,
      { filterGroups: Array.from({ length: 6 }, () => ({ filters: [] })) },
    ],
    [
      'seven filters in a group',
      `POST ${CONTACTS}/search`,
      {
        filterGroups: [
          {
            filters: Array.from({ length: 7 }, () => ({
              propertyName: 'email',
              operator: 'HAS_PROPERTY',
            })),
          },
        ],
      },
    ],
    [
      'a batch of more than a hundred',
      `POST ${CONTACTS}/batch/read`,
      {
        inputs: Array.from({ length: 101 }, (_, id) => ({ id: String(id) })),
        properties: [],
        propertiesWithHistory: [],
      },
    ],
    [
      'more than a thousand association inputs',
      'POST /crm/associations/2026-09/contacts/deals/batch/read',
      { inputs: Array.from({ length: 1_001 }, (_, id) => ({ id: String(id) })) },
    ],
  ])('refuses %s', async (_name, question, body) => {
    expect(await open.ask(question, body)).toMatchObject({
      status: 400,
      body: { category: 'VALIDATION_ERROR' },
    });
  });

  it('finds by any of its operators', async () => {
    addContacts(4);
    const find = async (operator: string, more: object): Promise<number> => {
      const filters = [{ propertyName: 'lastname', operator, ...more }];
      return idsOf(await search({ filterGroups: [{ filters }], limit: 100 })).length;
    };
    const counts = [
      await find('EQ', { value: 'P1' }),
      await find('NEQ', { value: 'P1' }),
      await find('IN', { values: ['P0', 'P3'] }),
      await find('NOT_IN', { values: ['P0'] }),
      await find('BETWEEN', { value: 'P1', highValue: 'P2' }),
      await find('CONTAINS_TOKEN', { value: '*2' }),
      await find('GT', { value: 'P1' }),
      await find('LTE', { value: 'P1' }),
      await find('HAS_PROPERTY', {}),
      await find('NOT_HAS_PROPERTY', {}),
    ];
    expect(counts).toEqual([1, 3, 2, 3, 2, 1, 2, 2, 4, 0]);
  });

  it('sorts by any property, either way', async () => {
    const ids = addContacts(3);
    const sorts = [{ propertyName: 'lastname', direction: 'DESCENDING' }];
    expect(idsOf(await search({ sorts }))).toEqual([...ids].reverse());
  });

  it('tells who works there, who left, and which rights a user has', async () => {
    const left = { ...EMPTY_ACCOUNT.owners[0], id: '599', archived: true };
    await open.close();
    // The first owner is there; its type allows none.
    const owners = [...EMPTY_ACCOUNT.owners, left] as typeof EMPTY_ACCOUNT.owners;
    open = await openStandIn({ grantedScopes: EVERY_SCOPE, owners });
    open.hubspot.putUser({
      id: '9001',
      email: 'ada@larkfield.example',
      roleIds: ['3'],
      superAdmin: true,
    });
    const archived = await open.ask('GET /crm/owners/2026-09?archived=true');
    const user = await open.ask('GET /settings/users/2026-03/9001');
    const users = await open.ask('GET /settings/users/2026-03?limit=2');
    expect(idsOf(archived)).toEqual(['599']);
    expect(user.body).toMatchObject({ superAdmin: true, roleIds: ['3'] });
    expect([idsOf(users).length, users.body?.paging?.next.after]).toEqual([2, '2']);
    expect((await open.ask('GET /settings/users/2026-03/1')).status).toBe(404);
    expect((await open.ask('GET /crm/owners/2026-09/9002?idProperty=userId')).body?.id).toBe('502');
    expect((await open.ask('GET /crm/owners/2026-09/1')).status).toBe(404);
  });

  it("knows the account's own zone", async () => {
    const { body } = await open.ask('GET /account-info/2026-09/details');
    expect(body).toMatchObject({ portalId: 4242, timeZone: 'Europe/Berlin', utcOffset: '+01:00' });
  });
});

describe("The stand-in's door", () => {
  let open: OpenStandIn;

  beforeEach(async () => {
    open = await openStandIn({ grantedScopes: ['oauth', 'crm.objects.contacts.read'] });
  });
  afterEach(() => open.close());

  it.each([
    ['GET /crm/objects/2026-09/deals', 'crm.objects.deals.read'],
    ['GET /crm/objects/2026-09/emails', 'sales-email-read'],
    ['DELETE /crm/objects/2026-09/notes/1', 'crm.objects.contacts.write'],
    ['GET /crm/objects/2026-09/tickets', 'tickets'],
    ['GET /crm/owners/2026-09', 'crm.objects.owners.read'],
    ['GET /settings/users/2026-03', 'settings.users.read'],
    ['POST /crm/properties/2026-09/deals/groups', 'crm.schemas.deals.write'],
  ])('names the scope that %s lacks', async (question, scope) => {
    const { status, body } = await open.ask(question, question.startsWith('POST') ? {} : undefined);
    expect([status, body?.category]).toEqual([403, 'MISSING_SCOPES']);
    expect(JSON.stringify(body?.errors)).toContain(`"${scope}"`);
  });

  it('lets in what was granted, and at once what is granted later', async () => {
    expect((await open.ask('GET /crm/objects/2026-09/notes')).status).toBe(200);
    open.hubspot.setGrantedScopes(['crm.objects.deals.read']);
    expect((await open.ask('GET /crm/objects/2026-09/deals')).status).toBe(200);
  });

  it.each(['/crm/v3/objects/contacts', '/crm/v4/objects/contacts', '/oauth/v1/token'])(
    'does not know %s, and writes down that it was asked',
    async (path) => {
      expect((await open.ask(`GET ${path}`)).status).toBe(404);
      expect(open.hubspot.ledger.summary().undatedPaths).toBe(1);
    },
  );

  it('does not know other methods, types and paths', async () => {
    const questions = [
      'PUT /crm/objects/2026-09/contacts/1',
      'GET /crm/objects/2026-09/dragons',
      'GET /crm/objects/2027-09/contacts',
    ];
    for (const question of questions) expect((await open.ask(question)).status).toBe(404);
  });

  it('sends away every client but the official one', async () => {
    const answer = await fetch(`${open.hubspot.url}/crm/objects/2026-09/contacts`);
    expect([answer.status, open.hubspot.ledger.foreignClients]).toEqual([400, 1]);
  });

  it('needs a token that is good', async () => {
    const token = open.hubspot.issueAccessToken();
    open.hubspot.expireAccessTokens();
    const path = 'GET /crm/objects/2026-09/contacts';
    const answers = [await open.ask(path, undefined, token), await open.ask(path, undefined, 'x')];
    expect(answers.map(({ status, body }) => [status, body?.category])).toEqual([
      [401, 'EXPIRED_AUTHENTICATION'],
      [401, 'INVALID_AUTHENTICATION'],
    ]);
  });
});
