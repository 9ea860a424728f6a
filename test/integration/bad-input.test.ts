import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ActivityKind } from '../../shared/vocabulary.ts';
import type { RecordKind } from '../../server/crm/records.ts';
import { RECORD_KINDS } from '../../server/crm/records.ts';
import { readActivity } from '../../server/inference/read-activity.ts';
import { READER_VERSION } from '../../server/inference/reading.ts';
import { pullChanges } from '../../server/sync/pull-changes.ts';
import type { Edit } from '../simulators/hubspot/hubspot-account.ts';
import type { ObjectName } from '../simulators/hubspot/hubspot-record.ts';
import { openHubSpot, type OpenHubSpot } from '../support/hubspot/open-hubspot.ts';
import { openTestDatabase, sql, type TestDatabase } from '../support/postgres.ts';
import { storesOfNewTenant, type TenantStores } from '../support/store.ts';

jest.setTimeout(60_000);

const WORRY = 'I am worried that the migration slips again.';
const LONE_HALVES = 'high \uD83D and low \uDE00';
const NUL_AND_BELL = 'zero \u0000 one \u0001 bell \u0007 delete \u007F';
const MOJIBAKE = 'WÃ¤re das mÃ¶glich? \uFFFD\uFFFD â€œso viel zu tunâ€\u009D';
const FIVE_MEGABYTES = `<p>${WORRY}</p>${'<div>lorem ipsum dolor sit amet</div>'.repeat(140_000)}`;
const DEEP = `${'<div>'.repeat(20_000)}${WORRY}`;

/** Each is a mail of Dana's whose words are not what one hopes for. */
const ODD_WORDS: Readonly<Record<string, string | null>> = {
  'broken HTML': `<p>Hello <b>there<p ${WORRY} <table><tr><td></p></b>&nbsp &#xZZ; <!-- never closed`,
  'HTML nested twenty thousand deep': DEEP,
  'no words at all': '',
  'only white space': ' \r\n\t\u00a0 ',
  'no body': null,
  'half surrogate pairs': `${WORRY} ${LONE_HALVES}`,
  'NUL and other control characters': `${WORRY} ${NUL_AND_BELL}`,
  'a wrong charset': `${WORRY} ${MOJIBAKE}`,
  'right-to-left marks and a byte order mark': `\uFEFF\u202E${WORRY}\u202C\u2066`,
  'one line of a million characters': 'a'.repeat(999_999),
  'a thousand quoted levels': `${WORRY}\n${'>'.repeat(1_000)} deep`,
};

/** What a list page holds in place of a record. */
const MALFORMED: Readonly<Record<string, object>> = {
  'no id': { properties: {} },
  'no properties': { id: '881', createdAt: 'x', updatedAt: 'y' },
  'a date that is none': {
    id: '882',
    properties: {},
    createdAt: 'yesterday',
    updatedAt: 'tomorrow',
    archived: false,
  },
  'a list in place of a record': [1, 2, 3],
};

describe('input that is not what one hopes for', () => {
  let database: TestDatabase;
  let stores: TenantStores;
  let crm: OpenHubSpot;
  let mails: Readonly<Record<string, string>>;

  beforeAll(async () => {
    database = await openTestDatabase();
    stores = storesOfNewTenant(database);
    crm = await openHubSpot();
    mails = fill(crm);
    await readEverything(stores, crm);
  });
  afterAll(async () => {
    await crm.hubspot.close();
    await database.close();
  });

  const readers = () =>
    stores.inTenant(stores.tenantId, async ({ trx }) => {
      const { rows } = await sql<{
        id: string;
        readByModel: string | null;
        silence: string | null;
      }>`
        select id, read_by_model, silence from activity where kind = 'email'`.execute(trx);
      return new Map(rows.map((row) => [row.id, row]));
    });
  const receipts = () =>
    stores.inTenant(stores.tenantId, async ({ trx }) => {
      const { rows } = await sql<{ kind: RecordKind; recordId: string | null; reason: string }>`
        select kind, record_id, reason from receipt`.execute(trx);
      return rows;
    });
  const worried = () =>
    stores.inTenant(stores.tenantId, async ({ trx }) => {
      const { rows } = await sql<{ activityId: string; quote: string }>`
        select activity_id, quote from evidence`.execute(trx);
      return rows;
    });

  it.each(Object.keys(ODD_WORDS))('with %s is read, and the run goes on', async (name) => {
    expect((await readers()).get(mails[name] ?? '')).toMatchObject({ readByModel: READER_VERSION });
  });

  it.each([
    'half surrogate pairs',
    'NUL and other control characters',
    'a wrong charset',
    'right-to-left marks and a byte order mark',
    'HTML nested twenty thousand deep',
    'a thousand quoted levels',
    'what everyone sends',
  ])('with %s still says what the buyer meant', async (name) => {
    const found = (await worried()).filter(({ activityId }) => activityId === mails[name]);
    expect(found.map(({ quote }) => quote).join()).toContain('worried that the migration slips');
  });

  it('of five megabytes leaves a receipt line and no words', async () => {
    const id = mails['five megabytes'] ?? '';
    expect((await readers()).get(id)).toMatchObject({ silence: 'no_new_text' });
    expect(await receipts()).toContainEqual(
      expect.objectContaining({
        kind: 'email',
        recordId: id,
        reason: expect.stringMatching(/left out/),
      }),
    );
  });

  it('that is malformed leaves a receipt line each, those without an id one together', async () => {
    const notes = (await receipts()).filter(({ kind }) => kind === 'note');
    expect(notes.map(({ recordId }) => recordId).toSorted()).toEqual(['881', '882', null]);
    for (const { reason } of notes) expect(reason).toMatch(/^.{10,}\.$/);
  });

  it('loses nothing of what stands beside it', async () => {
    const counts = await stores.inTenant(stores.tenantId, async ({ trx }) => {
      const { rows } = await sql<{ kind: ActivityKind; count: number }>`
        select kind, count(*)::int from activity group by kind order by kind`.execute(trx);
      return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
    });
    expect(counts).toMatchObject({
      email: Object.keys(mails).length,
      note: 1,
      task: 1,
      meeting: 1,
    });
  });

  it('with null in every field becomes a record or a receipt', async () => {
    const kinds = new Set((await receipts()).map(({ kind }) => kind));
    expect(kinds).toContain('deal');
    expect(await personNames()).toContain('Unnamed contact');
  });

  const personNames = () =>
    stores.inTenant(stores.tenantId, async ({ trx }) => {
      const { rows } = await sql<{ name: string }>`select name from person`.execute(trx);
      return rows.map(({ name }) => name);
    });
});

/** Answers with the mails' ids by what is odd about them. */
function fill({ hubspot, now }: OpenHubSpot): Readonly<Record<string, string>> {
  const dana = hubspot.putRecord({
    type: 'contacts',
    properties: { firstname: 'Dana', lastname: 'Whit\u0000lock', email: 'dana@fenwick.example' },
  }).id;
  const mail = (html: string | null, associations: Edit['associations'] = {}): string =>
    hubspot.putRecord({
      type: 'emails',
      properties: {
        hs_email_subject: null,
        hs_email_html: html,
        hs_email_direction: 'INCOMING_EMAIL',
        hs_email_headers: JSON.stringify({ from: { email: 'dana@fenwick.example' } }),
        hs_timestamp: now().toISOString(),
      },
      associations: { contacts: [dana], ...associations },
    }).id;
  const mails = Object.fromEntries(
    Object.entries({ ...ODD_WORDS, 'five megabytes': FIVE_MEGABYTES }).map(([name, words]) => [
      name,
      mail(words),
    ]),
  );
  for (const served of Object.values(MALFORMED))
    hubspot.putRecord({ type: 'notes', properties: {}, served });
  for (const type of ['notes', 'tasks', 'meetings', 'deals', 'contacts'] as const)
    hubspot.putRecord({ type, properties: {} });
  // An account's own object type, which HubSpot names by its number: p7654321_machines.
  const strange = { ['p7654321_machines' as ObjectName]: ['1', '2'] };
  return { ...mails, 'what everyone sends': mail(`<p>${WORRY}</p>`, strange) };
}

async function readEverything(stores: TenantStores, { port, now }: OpenHubSpot): Promise<void> {
  const { nights, sync, tenantId } = stores;
  const to = now().toISOString();
  const windows = RECORD_KINDS.map((kind) => ({ kind, from: null, to }));
  const night = await nights.startNight(tenantId, { startedAt: to, windows });
  const units = await nights.listUnits(tenantId, night.id);
  const inOrder = units.toSorted(
    (a, b) => RECORD_KINDS.indexOf(a.kind) - RECORD_KINDS.indexOf(b.kind),
  );
  const reader = { version: READER_VERSION, read: readActivity };
  for (const { workId, kind } of inOrder) {
    const unit = await sync.loadUnit(tenantId, workId);
    if (unit === null) throw new Error(`The unit of ${kind} cannot be loaded.`);
    const limits = { sliceMs: 60_000, elapsedMs: () => performance.now() };
    expect(await pullChanges({ crm: port, store: sync, reader }, unit, limits)).toBe('done');
  }
}
