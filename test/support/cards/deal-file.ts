import type { Instant } from '../../../shared/ids.ts';
import type { Activity, Statement } from '../../../server/domain/activity.ts';
import type { Deal } from '../../../server/domain/deal.ts';
import type { DealFile } from '../../../server/domain/deal-file.ts';
import type { Evidence } from '../../../server/domain/evidence.ts';
import type { Person, Seller } from '../../../server/domain/person.ts';

/** The moment at which tests look: a Tuesday morning. */
export const NOW: Instant = '2026-03-03T09:00:00.000Z';

/** Days before (negative) or after the moment of looking. */
export function day(offset: number, hour = 9): Instant {
  const at = Date.parse(NOW) + offset * 86_400_000 + (hour - 9) * 3_600_000;
  return new Date(at).toISOString();
}

const THIS_DEAL = { kind: 'deal', dealId: 'd1' } as const;

export function aPerson(over: Partial<Person> = {}): Person {
  return {
    id: 'dana',
    name: 'Dana Whitlock',
    title: 'Head of Operations',
    email: null,
    companyId: 'c1',
    ownerId: null,
    doNotAnalyse: false,
    responses: null,
    ...over,
  };
}

export function aSeller(over: Partial<Seller> = {}): Seller {
  return { id: 'sam', name: 'Sam Okafor', email: null, userId: null, ...over };
}

export function aDeal(over: Partial<Deal> = {}): Deal {
  return {
    id: 'd1',
    name: 'Platform migration',
    pipelineId: 'sales',
    pipelineLabel: 'Sales',
    stageId: 'demo',
    stageLabel: 'Demo',
    outcome: 'open',
    stageHistory: [{ stageId: 'demo', at: day(-40) }],
    amount: 48_000,
    currency: 'GBP',
    createdAt: day(-44),
    closeAt: day(20),
    ownerId: 'sam',
    ownerHistory: [{ ownerId: 'sam', at: day(-44) }],
    personIds: ['dana'],
    companyId: 'c1',
    doNotAnalyse: false,
    ...over,
  };
}

export function anActivity(over: Partial<Activity> = {}): Activity {
  return {
    kind: 'email',
    id: 'm1',
    at: day(-3),
    endAt: null,
    direction: 'in',
    authorPersonId: 'dana',
    sellerId: null,
    personIds: ['dana'],
    tie: THIS_DEAL,
    threadId: null,
    outcome: null,
    survey: null,
    topics: [],
    questions: 0,
    automatic: false,
    ...over,
  };
}

export function aMeeting(over: Partial<Activity> = {}): Activity {
  return anActivity({
    kind: 'meeting',
    id: 'meet',
    at: day(2),
    direction: null,
    authorPersonId: null,
    ...over,
  });
}

export function anEvidence(over: Partial<Evidence> = {}): Evidence {
  const shown = over.shown ?? 'what happens if the migration slips?';
  return {
    id: `e-${over.activityId ?? 'm1'}-${over.driver ?? 'certainty'}`,
    activityId: 'm1',
    activityKind: 'email',
    at: day(-3),
    personId: 'dana',
    notedBySellerId: null,
    driver: 'certainty',
    pole: 'threatened',
    status: 'said',
    strength: 0.9,
    quote: shown,
    shown,
    start: 0,
    end: shown.length,
    tie: THIS_DEAL,
    ...over,
  };
}

export function aStatement(over: Partial<Statement> = {}): Statement {
  const shown = over.shown ?? 'line 2 runs through the audit without a stop';
  return {
    id: `s-${over.activityId ?? 'm1'}-${over.kind ?? 'desired_outcome'}`,
    activityId: 'm1',
    activityKind: 'email',
    at: day(-3),
    personId: 'dana',
    kind: 'desired_outcome',
    detail: null,
    status: 'said',
    quote: shown,
    shown,
    start: 0,
    end: shown.length,
    tie: THIS_DEAL,
    ...over,
  };
}

/** A file of one deal and one person, Dana; what the test is about is given. */
export function aDealFile(over: Partial<DealFile> = {}): DealFile {
  return {
    deal: aDeal(),
    account: { id: 'c1', name: 'Fenwick Foods', industry: 'food manufacturing' },
    persons: [aPerson()],
    sellers: [aSeller()],
    activities: [anActivity()],
    evidence: [],
    statements: [],
    verdicts: [],
    slotVerdicts: [],
    otherDeals: [],
    coverage: { syncedAt: day(0, 2), notRead: [] },
    ...over,
  };
}
