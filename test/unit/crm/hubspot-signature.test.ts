import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createCardRequest } from '../../../server/crm/hubspot/card-request.ts';
import { decodeQuery, signV3 } from '../../../server/crm/hubspot/signature.ts';
import { createWebhook } from '../../../server/crm/hubspot/webhook.ts';
import type { CardViewer, RawRequest } from '../../../server/crm/requests.ts';
import { cardRequestUrl, signRequest } from '../../simulators/hubspot/sign-request.ts';

const ORIGIN = 'https://attune.example';
const SECRET = 'the-present-secret';
const NOW_MS = Date.parse('2026-11-20T10:00:00Z');
const MINUTE_MS = 60_000;
const USER = {
  userId: '9001',
  portalId: '4242',
  userEmail: 'rep+x@larkfield.example',
  appId: '4711',
};

const settings = {
  publicOrigin: ORIGIN,
  clientSecrets: [SECRET, 'the-former-secret'],
  clock: () => new Date(NOW_MS),
  appId: '4711',
};

interface Draft {
  readonly path: string;
  readonly method?: string;
  readonly body?: string;
  readonly secret?: string;
  readonly signedAtMs?: number;
}

function signed({
  path,
  method = 'GET',
  body = '',
  secret = SECRET,
  signedAtMs = NOW_MS,
}: Draft): RawRequest {
  const url = ORIGIN + path;
  const headers: Readonly<Record<string, string>> = {
    ...signRequest({ clientSecret: secret, method, url, body, nowMs: signedAtMs }),
  };
  return {
    method,
    originalUrl: path,
    body: Buffer.from(body),
    header: (name) => headers[name.toLowerCase()],
  };
}

const CARD = cardRequestUrl('/v1/cards/deal/300011?choice=a%20b', USER);

function verify(request: RawRequest): CardViewer {
  return createCardRequest(settings).verify(request);
}

const REFUSED = expect.objectContaining({ code: 'signature_invalid' });

function outcome(request: RawRequest): unknown {
  try {
    return verify(request);
  } catch (error) {
    return error;
  }
}

/** Published by HubSpot in its client libraries' tests; collected in spikes/hubspot/poc/sigref.mjs. */
const VECTORS = [
  [
    'f6e94c08-85d0-4608-bcc6-e1850176e7b8',
    'POST',
    'https://www.hubspot.com/webhook',
    'REQUEST_BODY',
    '1632188626483',
    'jf872r5vscVcxCiDRHA4rGrqe/8BPLNVkdJSHdMnGTU=',
  ],
  [
    'f6e94c08-85d0-4608-bcc6-e1850176e7b8',
    'POST',
    'https://www.hubspot.com/webhook',
    '',
    '1632188626483',
    'csXgk7UbrE9F8ZmMvbpuKBxqIvTSqU1EX9pI/SJtxSE=',
  ],
  [
    '12345678-aaaa-bbbb-cccc-ddddeeeeffff',
    'GET',
    'https://hubspot.com/?appId=1&portalId=2&userId=3',
    '',
    '1111111111',
    'zTfXjo07jfzGouo4wvyAj3qEMUTVJ0PPYPACrluQtQI=',
  ],
  [
    'yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy',
    'POST',
    'https://www.example.com/webhook_uri',
    "{'example_field':'example_value'}",
    '1693657560000',
    'K36dawei4A+QBNolUOqo7s91KQDWQ5MXZ/QufNYuk/Y=',
  ],
] as const;

describe('HubSpot signature v3', () => {
  it.each(VECTORS)('agrees with the published vector %#', (...vector) => {
    const [secret, method, uri, body, timestamp, expected] = vector;
    expect(signV3(secret, { method, uri, body: Buffer.from(body), timestamp })).toBe(expected);
  });

  it('decodes the twelve documented escapes in the query, and nothing else', () => {
    const twelve = '%3A%2F%3F%40%21%24%27%28%29%2A%2C%3B';
    expect(decodeQuery(`/a%2Fb?x=${twelve}${twelve.toLowerCase()}`)).toBe(
      "/a%2Fb?x=:/?@!$'()*,;:/?@!$'()*,;",
    );
    expect(decodeQuery('/a?x=%20%26%2B%3D%25%23')).toBe('/a?x=%20%26%2B%3D%25%23');
  });

  it('decodes as the stand-in signs, for any query', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        const path = cardRequestUrl(`/v1/cards/deal/1?${query.replaceAll('#', '')}`, USER);
        const parameters = new URLSearchParams(path.split('?').slice(1).join('?'));
        fc.pre(Object.keys(USER).every((name) => parameters.getAll(name).length === 1));
        expect(verify(signed({ path }))).toMatchObject({ accountId: '4242', userId: '9001' });
      }),
    );
  });
});

describe('A card request', () => {
  it('says who is looking when HubSpot signed it', () => {
    expect(verify(signed({ path: CARD }))).toEqual({
      ...{ accountId: '4242', userId: '9001' },
      requestKey: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('has the same key each time it comes, and another one when it is another request', () => {
    const first = verify(signed({ path: CARD }));
    expect(verify(signed({ path: CARD })).requestKey).toBe(first.requestKey);
    const later = verify(signed({ path: CARD, signedAtMs: NOW_MS + 1 }));
    expect(later.requestKey).not.toBe(first.requestKey);
  });

  it('is good with the former secret while a rotation lasts, and with no other', () => {
    expect(verify(signed({ path: CARD, secret: 'the-former-secret' }))).toHaveProperty('userId');
    expect(outcome(signed({ path: CARD, secret: 'a-guess' }))).toEqual(REFUSED);
    expect(outcome(signed({ path: CARD, secret: '' }))).toEqual(REFUSED);
  });

  it.each([
    ['five minutes old', -5 * MINUTE_MS, true],
    ['older than five minutes', -5 * MINUTE_MS - 1, false],
    ['a minute ahead', MINUTE_MS, true],
    ['further ahead', MINUTE_MS + 1, false],
  ])('that is %s', (_name, skewMs, good) => {
    const result = outcome(signed({ path: CARD, signedAtMs: NOW_MS + skewMs }));
    expect(result).toEqual(
      good ? expect.objectContaining({ accountId: '4242', userId: '9001' }) : REFUSED,
    );
  });

  it.each(['userId', 'portalId', 'userEmail', 'appId', 'user%49d'])(
    'is refused when %s appears twice',
    (name) => {
      expect(outcome(signed({ path: `${CARD}&${name}=1` }))).toEqual(REFUSED);
    },
  );

  it.each(['userId', 'portalId', 'appId'])('is refused without %s', (name) => {
    const path = CARD.replace(new RegExp(`&${name}=[^&]*`), '');
    expect(outcome(signed({ path }))).toEqual(REFUSED);
  });

  it('is refused for another app', () => {
    expect(outcome(signed({ path: CARD.replace('appId=4711', 'appId=4712') }))).toEqual(REFUSED);
  });

  it('is refused when path, method, body or headers are not the signed ones', () => {
    const good = signed({ path: CARD });
    const changed: RawRequest[] = [
      { ...good, originalUrl: CARD.replace('300011', '300012') },
      { ...good, method: 'POST' },
      { ...good, body: Buffer.from('{}') },
      { ...good, header: () => undefined },
      { ...good, header: (name) => (name.includes('timestamp') ? 'NaN' : good.header(name)) },
    ];
    expect(changed.map(outcome)).toEqual(changed.map(() => REFUSED));
  });
});

describe('A webhook', () => {
  const event = { portalId: 4242, occurredAt: NOW_MS, eventId: 1, attemptNumber: 0 };
  const notices = (...events: object[]): unknown =>
    createWebhook(settings).verifyAndParse(
      signed({ path: '/webhooks/hubspot', method: 'POST', body: JSON.stringify(events) }),
    );

  it('marks what changed, was deleted or must be forgotten', () => {
    const seen = notices(
      { ...event, subscriptionType: 'object.creation', objectTypeId: '0-49', objectId: 7 },
      { ...event, subscriptionType: 'object.deletion', objectTypeId: '0-3', objectId: 8 },
      { ...event, subscriptionType: 'contact.privacyDeletion', objectId: 9 },
    );
    expect(seen).toEqual([
      expect.objectContaining({ accountId: '4242', kind: 'email', id: '7', change: 'changed' }),
      expect.objectContaining({ kind: 'deal', id: '8', change: 'deleted' }),
      expect.objectContaining({ kind: 'contact', id: '9', change: 'privacy_deleted' }),
    ]);
  });

  it('has the same key when it is delivered again, and another for another change', () => {
    const change = {
      ...event,
      subscriptionType: 'object.propertyChange',
      objectTypeId: '0-3',
      objectId: 8,
    };
    const [first, again, other] = [
      notices({ ...change, propertyName: 'dealstage' }),
      notices({ ...change, propertyName: 'dealstage', eventId: 2, attemptNumber: 1 }),
      notices({ ...change, propertyName: 'amount' }),
    ];
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  it('marks both ends of an association, and every record of a merge', () => {
    const seen = notices(
      {
        ...event,
        subscriptionType: 'object.associationChange',
        fromObjectId: 1,
        fromObjectTypeId: '0-1',
        toObjectId: 2,
        toObjectTypeId: '0-3',
      },
      {
        ...event,
        subscriptionType: 'object.merge',
        objectTypeId: '0-1',
        objectId: 5,
        primaryObjectId: 5,
        mergedObjectIds: [6, 5],
      },
    );
    expect(seen).toMatchObject([
      { kind: 'contact', id: '1', change: 'changed' },
      { kind: 'deal', id: '2', change: 'changed' },
      { kind: 'contact', id: '5', change: 'changed' },
      { kind: 'contact', id: '6', change: 'changed' },
    ]);
  });

  it('passes over events it does not know and keeps the others of the batch', () => {
    const good = { ...event, subscriptionType: 'object.restore', objectTypeId: '0-3', objectId: 8 };
    expect(
      notices(null as unknown as object, { odd: true }, { ...good, objectTypeId: '0-999' }, good),
    ).toHaveLength(1);
  });

  it('is refused unsigned, and said to be invalid when it is no list', () => {
    const request = signed({ path: '/webhooks/hubspot', method: 'POST', body: 'not json' });
    const webhook = createWebhook(settings);
    expect(() => webhook.verifyAndParse(request)).toThrow('not a list of events');
    expect(() => webhook.verifyAndParse({ ...request, body: Buffer.from('[]') })).toThrow(
      'not signed',
    );
  });
});
