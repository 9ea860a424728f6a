import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { getCard } from '../../shared/api/get-card.ts';
import type { Card, InsightCard } from '../../shared/card.ts';
import { SLOT_QUESTIONS } from '../../server/domain/our-questions.ts';
import { AppError } from '../../shared/errors.ts';
import { pushOutbox } from '../../server/sync/actions/push-outbox.ts';
import { eventually } from '../support/eventually.ts';
import type { Ask } from '../support/hubspot/ask-as-user.ts';
import {
  type ConnectedAttune,
  openConnected,
  portalUser,
} from '../support/hubspot/open-connected.ts';
import { putDeal, putMail } from '../support/hubspot/put-records.ts';
import { sql } from '../support/postgres.ts';
import { cardRequestUrl, signRequest } from '../simulators/hubspot/sign-request.ts';
import { SANDBOX_APP } from '../simulators/hubspot/start-hubspot.ts';

jest.setTimeout(60_000);

const DEAL = '21';
const [DANA, LEE] = ['11', '12'];
const BUYERS = { dana: { id: DANA, first: 'Dana' }, lee: { id: LEE, first: 'Lee' } };
/** Ada owns everything, Ben is of her team, Cy is of none. */
const [ADA, BEN, CY] = ['9001', '9002', '9003'];

describe('what a press on a card does, over HTTP', () => {
  let open: ConnectedAttune;
  let tenantId: string;
  let ask: Ask;
  let post: ConnectedAttune['post'];
  let now: () => Date;

  beforeAll(async () => {
    const users = [portalUser(ADA), portalUser(BEN, { superAdmin: true }), portalUser(CY)];
    open = await openConnected({ hubspot: { users } });
    ({ tenantId, ask, post, now } = open);
    open.startWork();
    putDeal(open.hubspot, { id: DEAL, buyers: [BUYERS.dana, BUYERS.lee] });
    write('dana', 'We are worried about the move.');
    write('lee', 'It is too expensive for what it does.');
    await open.readNight();
  }, 120_000);
  afterAll(() => open.close());

  const write = (from: keyof typeof BUYERS, text: string) =>
    putMail(open.hubspot, { from: BUYERS[from], dealId: DEAL, text });

  const cardOf = async (path: string, userId = ADA): Promise<Card> => {
    const { text } = await ask({ path: `/v1/cards/${path}`, userId });
    return getCard.response.parse(JSON.parse(text)).card;
  };
  const insightOf = async (path: string): Promise<InsightCard> => {
    const card = await cardOf(path);
    if (card.kind !== 'insight') throw new Error(`The card is ${card.kind}.`);
    return card;
  };
  const stepOf = (card: InsightCard, more: object = {}) => ({
    ...{ recordKind: 'deal', recordId: DEAL, dealId: DEAL, personId: card.focus.person.id },
    stepId: card.nextStep?.id ?? '',
    ...more,
  });
  /** The pace of calls goes by a clock that stands still unless it is moved. */
  const patiently = async <T>(call: () => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        return await call();
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'crm_rate_limited') throw error;
        // The stand-in counts on the test's clock, our own book on the database's.
        open.advance(1_000);
        await sleep(100);
      }
    }
  };
  const idsOf = async (kind: 'task' | 'note') => {
    const port = await open.attune.crm.portOf(tenantId);
    return (await patiently(async () => port.readIds?.(kind, null)))?.ids ?? [];
  };
  const tasks = () => idsOf('task');
  const subjects = async () =>
    (await tasks()).map((id) => open.hubspot.getRecord('tasks', id)?.properties['hs_task_subject']);
  const calls = () => open.hubspot.ledger.count('ten_secondly');
  /** All that waits, or that somebody is at; not the next night. */
  const dueWork = async () => {
    const { rows } = await sql`
      select from due_work where kind <> 'run_night' or lease_until > clock_timestamp()
        or due_at < clock_timestamp() + interval '10 minutes'`.execute(open.database.dispatcher);
    return rows.length;
  };
  const outbox = () =>
    open.database.app.transaction().execute(async (trx) => {
      await sql`select set_config('app.tenant', ${tenantId}, true)`.execute(trx);
      const { rows } = await sql<{ state: string; payload: unknown }>`
        select state, payload from outbox where tenant_id = ${tenantId}`.execute(trx);
      return rows;
    });

  /** A check may itself wait: the stand-in's clock never goes slower than ours, or its limits outlast the test. */
  const soon = (what: string, check: () => Promise<boolean>) => {
    let lastMs = Date.now();
    const passed = async () => {
      const nowMs = Date.now();
      open.advance(Math.max(100, nowMs - lastMs));
      lastMs = nowMs;
      return check();
    };
    return eventually(what, passed, 30_000);
  };

  it('opens a card without asking the CRM, for who owns its words and for their team', async () => {
    await soon('nobody works', async () => (await dueWork()) === 0);
    const before = calls();
    for (const userId of [ADA, BEN])
      expect((await cardOf(`deal/${DEAL}`, userId)).kind).toBe('insight');
    expect((await cardOf(`deal/${DEAL}`, CY)).kind).toBe('no_permission');
    expect(calls()).toBe(before);
  });

  it('refuses every press on a record of a colleague outside the teams', async () => {
    const card = await insightOf(`deal/${DEAL}`);
    const record = { recordKind: 'deal', recordId: DEAL };
    const verdict = { dealId: DEAL, personId: DANA, driver: 'safety', verdict: 'right' };
    const pressed = [
      await post('/v1/tasks', stepOf(card), CY),
      await post('/v1/refresh', record, CY),
      await post('/v1/do-not-analyse', record, CY),
      await post('/v1/verdicts', { ...record, ...verdict }, CY),
    ];
    expect(pressed.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect(pressed[0]?.json).toMatchObject({ error: { code: 'not_permitted' } });
    expect(await post('/v1/refresh', { ...record, recordId: '404404' })).toMatchObject({
      status: 404,
    });
  });

  it('makes the next step one task of the person who asked, with the words of the card', async () => {
    const card = await insightOf(`deal/${DEAL}`);
    const made = await post('/v1/tasks', stepOf(card));
    expect(made.status).toBe(200);
    expect(['created', 'queued']).toContain(made.json['state']);
    await soon('the task is there', async () => {
      const again = await post('/v1/tasks', stepOf(card));
      return again.json['state'] === 'created';
    });
    const [id, ...others] = await tasks();
    expect(others).toEqual([]);
    expect(open.hubspot.getRecord('tasks', id ?? '')?.properties).toMatchObject({
      hubspot_owner_id: '501',
      hs_task_subject: expect.stringMatching(/\w/),
    });
    expect(await outbox()).toEqual([{ state: 'done', payload: null }]);
  });

  it('takes an edited subject, but no step that the card does not show', async () => {
    const card = await insightOf(`deal/${DEAL}`);
    const gone = await post('/v1/tasks', stepOf(card, { stepId: 'made-up' }));
    expect(gone).toMatchObject({ status: 409, json: { error: { code: 'step_unknown' } } });
    const long = await post('/v1/tasks', stepOf(card, { subject: 'x'.repeat(1_001) }));
    expect(long.status).toBe(400);
    const lee = await insightOf(`deal/${DEAL}?choice=${LEE}`);
    expect(lee.focus.person.id).toBe(LEE);
    await post('/v1/tasks', stepOf(lee, { subject: 'Call Lee' }));
    await soon('the task is there', async () => (await subjects()).includes('Call Lee'));
  });

  it('is one task when we are killed between the CRM’s answer and our commit', async () => {
    const { outbox: store } = open.attune.stores;
    // Or the worker that wrote the last test's task takes this one along.
    await soon('nobody works', async () => (await dueWork()) === 0);
    const before = (await tasks()).length;
    const task = { key: 'k1', subject: 'Call', body: '', dueAt: now().toISOString() };
    const at = now().toISOString();
    await store.putTask(tenantId, { ...task, ownerId: null, about: [] }, at);
    const crm = await open.attune.crm.portOf(tenantId);
    const killed = { ...store, settle: () => Promise.reject(new Error('killed')) };
    const push = (through: typeof store) =>
      patiently(() => pushOutbox({ crm, store: through, clock: now }, tenantId));
    await expect(push(killed)).rejects.toThrow('killed');
    expect(await push(store)).toBe(1);
    expect(await push(store)).toBe(0);
    expect(await tasks()).toHaveLength(before + 1);
  });

  it('says so when the CRM refuses a task, keeps no draft, and tries again when asked again', async () => {
    const { outbox: store } = open.attune.stores;
    const task = { key: 'k2', subject: 'Call', body: '', dueAt: now().toISOString() };
    const at = now().toISOString();
    await store.putTask(tenantId, { ...task, ownerId: null, about: [] }, at);
    await pushOutbox({ crm: {}, store, clock: now }, tenantId);
    expect(await store.stateOf(tenantId, 'k2')).toBe('refused');
    expect((await outbox()).every(({ payload }) => payload === null)).toBe(true);
    await store.putTask(tenantId, { ...task, ownerId: null, about: [] }, at);
    expect(await store.stateOf(tenantId, 'k2')).toBe('pending');
  });

  it('answers a repeated request as the first time, and a changed one not at all', async () => {
    open.advance(120_000);
    const url = cardRequestUrl(`${open.origin}/v1/refresh`, {
      ...{ userId: ADA, userEmail: 'ada@larkfield.example', appId: SANDBOX_APP.appId },
      portalId: open.hubspot.accountId,
    });
    const body = JSON.stringify({ recordKind: 'contact', recordId: LEE });
    const { clientSecret } = SANDBOX_APP;
    const headers = {
      ...signRequest({ clientSecret, method: 'POST', url, body, nowMs: now().getTime() }),
    };
    const send = async (sent: string) => fetch(url, { method: 'POST', headers, body: sent });
    const two = await Promise.all([send(body), send(body)]);
    const first: unknown = await two[0].json();
    expect(await two[1].json()).toEqual(first);
    open.advance(90_000);
    const again = await send(body);
    expect(await again.json()).toEqual(first);
    expect((await send(body.replace(LEE, DANA))).status).toBe(401);
  });

  it('refreshes a record once a minute, and finds what is new around its deal', async () => {
    open.advance(120_000);
    write('dana', 'Who looks after our data when it moves?');
    open.advance(10_000);
    const record = { recordKind: 'deal', recordId: DEAL };
    const started = await post('/v1/refresh', record);
    expect(started).toMatchObject({ status: 200, json: { state: 'started' } });
    expect(await post('/v1/refresh', record)).toMatchObject({
      json: { state: 'too_soon', againAt: started.json['againAt'] },
    });
    await soon('the new mail is read', async () => {
      const { rows } = await open.database.app.transaction().execute(async (trx) => {
        await sql`select set_config('app.tenant', ${tenantId}, true)`.execute(trx);
        return sql`select from activity where tenant_id = ${tenantId}`.execute(trx);
      });
      return rows.length >= 3;
    });
    open.advance(60_000);
    expect(await post('/v1/refresh', record)).toMatchObject({ json: { state: 'started' } });
  });

  const danas = { recordKind: 'deal', recordId: DEAL, dealId: DEAL, personId: DANA };
  const noteBody = (id = '') => open.hubspot.getRecord('notes', id)?.properties['hs_note_body'];
  const foundInNote = async (id = '') =>
    open.attune.stores.activities.loadFound(tenantId, { kind: 'note', id });

  it('saves the open questions of a person as one note, with no word of theirs', async () => {
    open.hubspot.sendWebhooksTo(`${open.origin}/webhooks/hubspot`);
    const made = await post('/v1/notes', danas);
    expect(made.status).toBe(200);
    await soon('the note is there', async () => {
      return (await post('/v1/notes', danas)).json['state'] === 'created';
    });
    const [id, ...others] = await idsOf('note');
    expect(others).toEqual([]);
    const lines = (noteBody(id) ?? '').split(/<\/?p>/).filter((line) => /[^<>br]/.test(line));
    expect(lines[0]).toBe('Questions to ask Dana Whitlock');
    expect(Object.values(SLOT_QUESTIONS)).toEqual(expect.arrayContaining(lines.slice(1)));
    expect(lines.length).toBeGreaterThan(1);
    const port = await open.attune.crm.portOf(tenantId);
    const { records } = await patiently(() => port.readRecords('note', [id ?? '']));
    expect(records).toMatchObject([{ dealIds: [DEAL], contactIds: [DANA], ownerId: '501' }]);
    await open.hubspot.settleWebhooks();
    await soon('nobody works', async () => (await dueWork()) === 0);
    // Whether it was read by now or left out as our own: nothing is found in it.
    expect((await foundInNote(id))?.evidence ?? []).toEqual([]);
  });

  it('writes no note for who may not act, nor for a card that has changed', async () => {
    expect(await post('/v1/notes', danas, CY)).toMatchObject({ status: 403 });
    expect(await post('/v1/notes', { ...danas, personId: '404' })).toMatchObject({
      status: 409,
      json: { error: { code: 'questions_unknown' } },
    });
    expect(await post('/v1/notes', { ...danas, body: 'Mine' })).toMatchObject({ status: 400 });
    expect(await idsOf('note')).toHaveLength(1);
  });

  it('reads nothing in our own questions, and reads what is written under them', async () => {
    const [id = ''] = await idsOf('note');
    open.advance(120_000);
    await open.attune.stores.sync.markDirty(tenantId, [{ kind: 'note', id }]);
    await post('/v1/refresh', { recordKind: 'contact', recordId: DANA });
    await soon('the note is read', async () => (await foundInNote(id)) !== null);
    expect(await foundInNote(id)).toMatchObject({ evidence: [], silence: 'automatic' });
    const question = `<p>${SLOT_QUESTIONS.purchasing}</p>`;
    expect(noteBody(id)).toContain(`${question}<p><br></p>`);
    const answer = 'Dana is afraid of a second outage in the move.';
    const body = (noteBody(id) ?? '').replace(`${question}<p><br>`, `${question}<p>${answer}`);
    open.hubspot.putRecord({ type: 'notes', id, properties: { hs_note_body: body } });
    await open.hubspot.settleWebhooks();
    await soon('the answer is read', async () => (await foundInNote(id))?.evidence.length !== 0);
    const { evidence = [] } = (await foundInNote(id)) ?? {};
    for (const { start, end, status } of evidence) {
      expect(status).toBe('reported');
      expect(answer).toContain(body.slice(start, end));
    }
    await soon('the card has it', async () =>
      JSON.stringify(await cardOf(`deal/${DEAL}?choice=${DANA}`)).includes('second outage'),
    );
    expect(await idsOf('note')).toEqual([id]);
    open.hubspot.sendWebhooksTo(null);
  });

  it('forgets a person in the same request, and says so to the CRM', async () => {
    const asked = await post('/v1/do-not-analyse', { recordKind: 'contact', recordId: LEE });
    expect(asked).toEqual({ status: 200, json: { silent: true } });
    expect((await cardOf(`contact/${LEE}`)).kind).toBe('do_not_analyse');
    expect(JSON.stringify(await cardOf(`deal/${DEAL}`))).not.toContain('too expensive');
    await soon(
      'the CRM’s own field says so',
      async () =>
        open.hubspot.getRecord('contacts', LEE)?.properties['attune_do_not_analyse'] === 'true',
    );
  });

  it('holds it against the CRM’s field, until an admin releases it', async () => {
    const record = { recordKind: 'contact', recordId: LEE };
    const properties = { firstname: 'Leah', attune_do_not_analyse: 'false' };
    open.hubspot.putRecord({ type: 'contacts', id: LEE, properties });
    open.advance(120_000);
    const { sync } = open.attune.stores;
    await sync.markDirty(tenantId, [{ kind: 'contact', id: LEE }]);
    await post('/v1/refresh', { recordKind: 'deal', recordId: DEAL });
    await soon('the marks are settled', async () => {
      return (await sync.loadDirtyRecords(tenantId, 1)).length === 0;
    });
    expect((await cardOf(`contact/${LEE}`)).kind).toBe('do_not_analyse');
    const denied = await post('/v1/do-not-analyse/release', record, CY);
    expect(denied).toMatchObject({ status: 403, json: { error: { code: 'not_permitted' } } });
    const released = await post('/v1/do-not-analyse/release', record, BEN);
    expect(released).toEqual({ status: 200, json: { silent: false } });
    await soon('what they wrote is read again', async () =>
      JSON.stringify(await cardOf(`contact/${LEE}`)).includes('too expensive'),
    );
  });

  it('forgets a whole deal, and keeps forgetting what comes later', async () => {
    const asked = await post('/v1/do-not-analyse', { recordKind: 'deal', recordId: DEAL });
    expect(asked.status).toBe(200);
    expect((await cardOf(`deal/${DEAL}`)).kind).toBe('do_not_analyse');
    const { sync } = open.attune.stores;
    const mail = write('dana', 'We are afraid of losing our history.');
    open.advance(1_000);
    await sync.markDirty(tenantId, [
      { kind: 'email', id: mail },
      { kind: 'deal', id: DEAL },
    ]);
    await post('/v1/refresh', { recordKind: 'contact', recordId: DANA });
    await soon('the marks are settled', async () => {
      return (await sync.loadDirtyRecords(tenantId, 1)).length === 0;
    });
    expect((await cardOf(`deal/${DEAL}`)).kind).toBe('do_not_analyse');
    const found = await open.attune.stores.activities.loadFound(tenantId, {
      kind: 'email',
      id: mail,
    });
    expect(found?.evidence).toEqual([]);
  });
});
