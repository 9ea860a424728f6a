import { describe, expect, it } from '@jest/globals';
import { HUBSPOT_FEATURES, scopesAsked } from '../../../../server/crm/hubspot/scopes.ts';
import type { RecordKind } from '../../../../server/crm/records.ts';
import { backfillOf } from '../../../../server/sync/settings/backfill-view.ts';
import { coverageOf, permissionsOf } from '../../../../server/sync/settings/coverage-view.ts';
import { firstRunOf, type FirstRunFacts } from '../../../../server/sync/settings/first-run.ts';
import { partsSwitchedOff, switchedOff } from '../../../../server/sync/units/switched-off.ts';
import { DEFAULT_SETTINGS } from '../../../../shared/settings.ts';

const ALL = [...scopesAsked('always'), ...scopesAsked('optional')];
const NO_MAILS = ALL.filter((scope) => scope !== 'sales-email-read');
const NOTHING_FOUND = { skipped: [], notes: [] };

interface Told {
  readonly granted?: readonly string[];
  readonly notRead?: readonly 'note'[];
  readonly held?: ReadonlyMap<RecordKind, number>;
  readonly notes?: readonly { readonly kind: RecordKind; readonly reason: string }[];
}

const ask = ({ granted = ALL, notRead = [], held = new Map(), notes = [] }: Told = {}) => ({
  kinds: ['email', 'note', 'owner'] as const,
  features: HUBSPOT_FEATURES,
  granted,
  settings: { ...DEFAULT_SETTINGS, notRead: [...notRead] },
  figures: { ...NOTHING_FOUND, held, notes },
  readOnce: ['email'] as const,
});
const statesOf = (told: Told) =>
  Object.fromEntries(coverageOf(ask(told)).map(({ kind, state }) => [kind, state]));

describe('what the settings say was read', () => {
  it('tells read from not read yet', () => {
    expect(statesOf({})).toEqual({ email: 'read', note: 'not_read_yet', owner: 'not_read_yet' });
  });

  it('says what a missing permission costs, in the feature’s own words', () => {
    const [mails] = coverageOf(ask({ granted: NO_MAILS }));
    expect(mails).toMatchObject({
      state: 'not_permitted',
      note: expect.stringContaining('sales-email-read'),
    });
  });

  it('believes a refusal in the night over a granted scope, but not a switch that was off', () => {
    const refused = { kind: 'email', reason: 'The CRM does not let us read mails.' } as const;
    expect(statesOf({ notes: [refused] })).toMatchObject({ email: 'not_permitted' });
    expect(
      statesOf({ notes: [{ kind: 'email', reason: switchedOff('email').reason }] }),
    ).toMatchObject({ email: 'read' });
  });

  it('takes figures that were switched off for no refusal of the contacts that carry them', () => {
    const tools = { settings: { notRead: ['responses' as const], pipelineIds: [] } };
    const notes = partsSwitchedOff(tools, { kind: 'contact', cursor: null });
    expect(notes).toHaveLength(1);
    const coverage = coverageOf({ ...ask({ notes }), kinds: ['contact'], readOnce: ['contact'] });
    expect(coverage).toMatchObject([{ kind: 'contact', state: 'read' }]);
    expect(partsSwitchedOff(tools, { kind: 'contact', cursor: 'further' })).toEqual([]);
    expect(partsSwitchedOff({}, { kind: 'contact', cursor: null })).toEqual([]);
    expect(partsSwitchedOff(tools, { kind: 'deal', cursor: null })).toEqual([]);
  });

  it('puts the admin’s own switch before everything else', () => {
    expect(statesOf({ notRead: ['note'] })).toMatchObject({ note: 'switched_off' });
  });

  it('gives people, firms and deals no switch', () => {
    expect(coverageOf(ask()).map((line) => line.switch)).toEqual(['email', 'note', null]);
  });

  it('says a share of the activity only where the missing part is known', () => {
    const known = new Map<RecordKind, number>([
      ['email', 890],
      ['note', 110],
    ]);
    const share = (held: ReadonlyMap<RecordKind, number>) =>
      permissionsOf(ask({ granted: NO_MAILS, held })).shareSentence;
    expect(share(known)).toBe('As it is, we read 11 % of your activity.');
    expect(share(new Map([['note', 110]]))).toBeNull();
    expect(permissionsOf(ask({ held: known })).shareSentence).toBeNull();
  });
});

const NOW = '2026-03-10T03:00:00.000Z';
const STARTED = '2026-03-10T02:00:00.000Z';
const load = (kind: RecordKind, done: boolean) => ({ kind, done, startedAt: STARTED });

describe('how far the past is read', () => {
  it('is no question once every first load is through', () => {
    const figures = { backfills: [load('email', true)], held: new Map() };
    expect(backfillOf({ figures, expected: new Map(), now: NOW })).toBeNull();
  });

  it('goes by what the CRM counts, and ends when it goes on like this', () => {
    const figures = {
      backfills: [load('email', false), load('note', true)],
      held: new Map<RecordKind, number>([['email', 150]]),
    };
    const expected = new Map<RecordKind, number>([
      ['email', 700],
      ['note', 100],
    ]);
    expect(backfillOf({ figures, expected, now: NOW })).toEqual({
      share: 250 / 800,
      doneAround: '2026-03-10T05:12:00.000Z',
    });
  });

  it('counts kinds where the CRM does not count, and guesses no end from nothing', () => {
    const figures = {
      backfills: [load('email', false), load('note', true)],
      held: new Map<RecordKind, number>([['email', 1_000_000]]),
    };
    expect(backfillOf({ figures, expected: new Map(), now: NOW })?.share).toBe(0.5);
    const none = { backfills: [load('email', false)], held: new Map() };
    const expected = new Map<RecordKind, number>([['email', 0]]);
    expect(backfillOf({ figures: none, expected, now: NOW })).toEqual({
      ...{ share: 0, doneAround: null },
    });
  });

  it('never reads more than there is, even when records came meanwhile', () => {
    const held = new Map<RecordKind, number>([['email', 900]]);
    const figures = { backfills: [load('email', false)], held };
    const expected = new Map<RecordKind, number>([['email', 700]]);
    expect(backfillOf({ figures, expected, now: NOW })?.share).toBe(1);
  });
});

const READY: FirstRunFacts = {
  ...{ isConnected: true, reconnectUrl: null, missing: [], firstCardOpenedAt: NOW },
  ...{ pipelinesChosen: 2, dailyCalls: 40_000, isDecided: true, isShort: false },
  ...{ insightCards: 1_200, dealsUrl: 'https://crm.example/deals' },
};
const lineOf = (step: string, facts: Partial<FirstRunFacts>) =>
  firstRunOf({ ...READY, ...facts }).find((line) => line.step === step);

describe('the first run’s checklist', () => {
  it('is done where everything is there, and says how much', () => {
    expect(firstRunOf(READY).every(({ state }) => state === 'done')).toBe(true);
    expect(lineOf('first_cards', {})?.sentence).toBe('1,200 cards are ready.');
    expect(lineOf('pipelines', {})?.sentence).toContain('2 pipelines');
  });

  it.each([
    ['connected', { isConnected: false, reconnectUrl: 'https://a.example' }, 'attention'],
    ['scopes', { missing: ['Without mails …'] }, 'attention'],
    ['card_placed', { firstCardOpenedAt: null }, 'waiting'],
    ['pipelines', { pipelinesChosen: 0 }, 'waiting'],
    ['budget', { isDecided: false }, 'waiting'],
    ['budget', { isShort: true }, 'attention'],
    ['first_cards', { insightCards: 0 }, 'waiting'],
  ] as const)('sees by itself that %s is not done: %j', (step, facts, state) => {
    expect(lineOf(step, facts)?.state).toBe(state);
  });

  it('links to where the step is done, where an address is known', () => {
    expect(lineOf('card_placed', { firstCardOpenedAt: null })?.link).toEqual({
      ...{ label: 'Open your deals', href: 'https://crm.example/deals' },
    });
    expect(lineOf('card_placed', { firstCardOpenedAt: null, dealsUrl: null })?.link).toBeNull();
  });

  it('speaks of one and of many', () => {
    expect(lineOf('pipelines', { pipelinesChosen: 1 })?.sentence).toContain('one pipeline');
    expect(lineOf('first_cards', { insightCards: 1 })?.sentence).toBe('The first card is ready.');
    expect(lineOf('scopes', { missing: ['a', 'b'] })?.sentence).toMatch(/^2 permissions are/);
    expect(lineOf('scopes', { missing: ['a'] })?.sentence).toMatch(/^One permission is/);
  });
});
