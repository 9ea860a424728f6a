import type { Card } from '../../shared/card.ts';
import type { BuyerMessage } from '../../shared/api/sandbox/get-buyer-message.ts';
import type { Subjects } from '../../shared/api/sandbox/get-subjects.ts';
import { postBuyerMessage } from '../../shared/api/sandbox/post-buyer-message.ts';
import { postSignedFetch } from '../../shared/api/sandbox/post-signed-fetch.ts';
import SETTINGS from '../designed-states/settings.json' with { type: 'json' };
import { answerPress } from '../card-host/answer-press.ts';
import { designedCard } from '../designed-states/designed-states.ts';

export type Answer = {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
};
export type Question = { readonly method: string; readonly path: string; readonly body: string };

/** What changes while the stand-in runs. */
export type FixtureState = {
  written: string | null;
  messages: number;
  asked: number;
  nightAsked: number;
};

export function createFixtureState(): FixtureState {
  return { written: null, messages: 0, asked: 0, nightAsked: 0 };
}

const COMPANY = '8001';
const PEOPLE = [
  { id: '7101', name: 'Dana Whitlock', title: 'Head of Operations' },
  { id: '7102', name: 'Ruth Adeyemi', title: 'Chief Financial Officer' },
];

const subject = (recordId: string, company: string, crmStage: string) => ({
  recordKind: 'deal' as const,
  recordId,
  title: `${company} - Larkfield Plan`,
  company,
  crmStage,
  outcome: 'open' as const,
  hasCard: true,
  people: PEOPLE,
});

const SUBJECTS: Subjects = {
  subjects: [
    subject('9001', 'Fenwick Foods', 'Contract sent'),
    subject('9002', 'Ostrava Glass', 'Demo'),
    { ...subject('9003', 'Kestrel Lane Logistics', 'Closed lost'), outcome: 'lost' },
    { ...subject('9004', 'Halden Water', 'Closed won'), outcome: 'won' },
    {
      ...subject('7201', 'Bright & Sons', 'Conversation'),
      recordKind: 'contact',
      title: 'Noor Haddad',
      outcome: 'conversation',
      people: [{ id: '7201', name: 'Noor Haddad', title: 'Plant Manager' }],
    },
    {
      ...subject(COMPANY, 'Fenwick Foods', '2 deals'),
      recordKind: 'company',
      title: 'Fenwick Foods',
      outcome: 'company',
    },
  ],
  viewers: [
    { userId: '501', email: 'priya.raman@larkfield.example', name: 'Priya Raman' },
    { userId: '502', email: 'tom.hadley@larkfield.example', name: 'Tom Hadley' },
  ],
};

const STATES = { '9003': 'ended', '7201': 'empty' } as const;

const NIGHT = { records: 1_412, activities: 527, readings: 318, apiCalls: 143, cards: 61 };

/** Null: not one of the sandbox's paths. */
export function answerSandbox(state: FixtureState, question: Question): Answer | null {
  const { method, path, body } = question;
  if (path === '/sandbox/subjects') return json(SUBJECTS);
  if (path === '/sandbox/night') return json(night(state));
  if (path === '/sandbox/receipts') return json({ receipts: RECEIPTS });
  if (path === '/sandbox/signed-fetch') return json(answerCard(state, JSON.parse(body)));
  if (path === '/sandbox/buyer-messages' && method === 'POST') return json(take(state, body));
  if (path.startsWith('/sandbox/buyer-messages/')) return json(follow(state));
  return null;
}

const RECEIPTS = [
  { kind: 'email', recordId: '5588', reason: 'Private in HubSpot: not read.' },
  { kind: 'note', recordId: '5590', reason: 'It has no text.' },
];

function json(value: unknown): Answer {
  return { status: 200, type: 'application/json', body: JSON.stringify(value) };
}

/** Runs for three questions, so that the page is seen live. */
function night(state: FixtureState) {
  state.nightAsked += 1;
  const share = Math.min(1, state.nightAsked / 3);
  const counts = Object.fromEntries(
    Object.entries(NIGHT).map(([key, count]) => [key, Math.round(count * share)]),
  );
  return {
    phase: share < 1 ? 'reading' : 'finished',
    ...counts,
    expectedRecords: NIGHT.records,
    secondsLeft: share < 1 ? 8 : 0,
    ageDays: 4,
  };
}

function take(state: FixtureState, body: string) {
  const message = postBuyerMessage.body.parse(JSON.parse(body));
  Object.assign(state, { written: message.text, messages: state.messages + 1, asked: 0 });
  return { messageId: `m${state.messages}` };
}

const COUNTED = 'not sure what happens to our history if the migration slips';

function follow(state: FixtureState): BuyerMessage {
  state.asked += 1;
  const text = state.written ?? '';
  const start = text.indexOf(COUNTED);
  const found = start >= 0;
  return {
    state: state.asked < 3 ? 'sent' : found ? 'on_the_card' : 'read',
    text,
    marks: found
      ? [
          {
            start,
            end: start + COUNTED.length,
            driver: 'certainty',
            pole: 'threatened',
            status: 'said',
          },
        ]
      : [],
    nothingBecause:
      found || state.asked < 3 ? null : 'Nothing found, because it asks and states no need.',
  };
}

function answerCard(state: FixtureState, given: unknown) {
  const { url, method, viewerUserId } = postSignedFetch.body.parse(given);
  const path = new URL(url).pathname;
  if (path === '/v1/settings') return { status: 200, body: JSON.stringify(SETTINGS) };
  if (method === 'POST') return { status: 200, body: JSON.stringify(answerPress(path)) };
  const id = path.split('/').at(-1) ?? '';
  const known = SUBJECTS.viewers.some((viewer) => viewer.userId === viewerUserId);
  const card = known ? cardOf(id, state) : designedCard('no_permission', new Date());
  return { status: 200, body: JSON.stringify({ card, tenantTimeZone: 'Europe/London' }) };
}

function cardOf(id: string, state: FixtureState): Card | null {
  const wanted = new Map<string, 'ended' | 'empty'>(Object.entries(STATES)).get(id) ?? 'insight';
  const card = designedCard(id === COMPANY ? 'company' : wanted, new Date());
  if (card?.kind !== 'insight' || state.written === null) return card;
  return { ...card, headline: [`Dana wrote just now: “${state.written.slice(0, 90)}”`] };
}
