import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDirectory } from '../../server/crm/hubspot/account.ts';
import { createClient } from '../../server/crm/hubspot/client.ts';
import type { CrmDirectory } from '../../server/crm/port.ts';
import { NO_METER, openHubSpot, type OpenHubSpot } from '../support/hubspot/open-hubspot.ts';

const directoryAt = (baseUrl: string, token: string): CrmDirectory =>
  createDirectory(
    createClient({
      baseUrl,
      accessToken: () => Promise.resolve(token),
      meter: NO_METER,
      timeoutMs: 2_000,
    }),
  );

describe("HubSpot's account", () => {
  let open: OpenHubSpot;
  beforeEach(async () => {
    open = await openHubSpot();
  });
  afterEach(() => open.hubspot.close());

  it('says its id, time zone, currency and where its people work', async () => {
    const directory = directoryAt(open.hubspot.url, open.hubspot.issueAccessToken());
    const account = await directory.readAccount();
    expect(account).toMatchObject({
      accountId: '4242',
      currency: 'EUR',
      webOrigin: 'https://app.hubspot.com',
    });
    expect(new Intl.DateTimeFormat('en', { timeZone: account.timeZone })).toBeDefined();
  });

  it('refuses a key that was replaced meanwhile for now, and any other for good', async () => {
    const refused: string[] = [];
    const readWith = (token: string, isStillOurs: boolean) =>
      createDirectory(
        createClient({
          ...{ baseUrl: open.hubspot.url, meter: NO_METER, timeoutMs: 2_000 },
          accessToken: () => Promise.resolve(token),
          refuse: (each) => {
            refused.push(each);
            return Promise.resolve(isStillOurs);
          },
        }),
      ).readAccount();
    const asked = [readWith('withdrawn', false), readWith('unknown', true)] as const;
    await expect(asked[0]).rejects.toMatchObject({ code: 'crm_unauthorized', recovery: 'retry' });
    await expect(asked[1]).rejects.toMatchObject({ recovery: 'reauthorize' });
    expect(refused.toSorted()).toEqual(['unknown', 'withdrawn']);
  });

  it('knows no user that does not exist', async () => {
    const directory = directoryAt(open.hubspot.url, open.hubspot.issueAccessToken());
    expect(await directory.readUser('31337')).toBeNull();
  });
});

describe("an answer about HubSpot's account", () => {
  let server: Server;
  let answer: { status: number; body: unknown };
  let directory: CrmDirectory;
  const told = (body: unknown, status = 200) => (answer = { status, body });

  beforeEach(async () => {
    server = createServer((_request, response) => {
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer.body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // A server that listens on TCP has an address of this form.
    const { port } = server.address() as AddressInfo;
    directory = directoryAt(`http://127.0.0.1:${port}`, 't');
  });
  afterEach(() => server[Symbol.asyncDispose]());

  it('keeps a time zone by its old name, and takes UTC for one that nobody knows', async () => {
    told({ portalId: 1, timeZone: 'US/Eastern' });
    expect(await directory.readAccount()).toEqual({
      ...{ accountId: '1', timeZone: 'US/Eastern' },
      ...{ name: null, currency: null, webOrigin: null },
    });
    told({ portalId: 1, timeZone: 'Mars/Olympus_Mons' });
    expect(await directory.readAccount()).toMatchObject({ timeZone: 'UTC' });
  });

  it('tells a super admin and every team of a user', async () => {
    told({ id: '9', superAdmin: true, primaryTeamId: '7', secondaryTeamIds: ['8'] });
    expect(await directory.readUser('9')).toEqual({
      ...{ id: '9', superAdmin: true, teamIds: ['7', '8'] },
    });
    told({ id: '9' });
    expect(await directory.readUser('9')).toEqual({ id: '9', superAdmin: false, teamIds: [] });
  });

  it('is refused when it names nobody', async () => {
    told({});
    await expect(directory.readAccount()).rejects.toMatchObject({ code: 'crm_unexpected_answer' });
    await expect(directory.readUser('9')).rejects.toMatchObject({ code: 'crm_unexpected_answer' });
  });

  it('passes on what was not granted', async () => {
    told({ category: 'MISSING_SCOPES' }, 403);
    await expect(directory.readUser('9')).rejects.toMatchObject({ code: 'crm_forbidden' });
  });
});
