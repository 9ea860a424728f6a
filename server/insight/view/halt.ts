import type { Card, EmptyCard, Notice } from '../../../shared/card.ts';
import type { Instant } from '../../../shared/ids.ts';
import { moment, phrase } from '../../domain/phrase.ts';

/** Why an account is not being read, where a reader of its cards must know. */
export type Halt =
  | {
      readonly kind: 'budget_spent';
      /** Up to when everything was read; null: its past is still being read. */
      readonly readUntil: Instant | null;
      readonly dailyCalls: number;
      /** The account's own zone, whose midnight ends it. */
      readonly timeZone: string;
    }
  | { readonly kind: 'reconnect_needed' };

type BudgetSpent = Extract<Halt, { readonly kind: 'budget_spent' }>;

/** "Read until Tue 02:14; today's 40,000 calls are used, continues after 00:00 Europe/Berlin." */
export function haltNotices(halt: Halt | null = null): readonly Notice[] {
  if (halt?.kind !== 'budget_spent') return [];
  const { readUntil } = halt;
  const read =
    readUntil === null
      ? ['The past is still being read']
      : phrase('Read until ', moment(readUntil, 'time'));
  return [{ kind: 'partial', text: phrase(...read, `; ${callsUsed(halt)}.`) }];
}

/** In place of a card: nothing that was deleted meanwhile can be known. */
const CUT_OFF: EmptyCard = {
  kind: 'empty',
  focus: null,
  text: ["Attune can no longer read this account. An admin can reconnect it in Attune's settings."],
  ask: null,
  stage: null,
  coverage: null,
  paused: 'not_connected',
};

/** The same line for everyone; an admin also gets the way. */
export function cutOff(reconnectUrl: string | null): Card {
  return reconnectUrl === null
    ? CUT_OFF
    : { ...CUT_OFF, repair: { label: 'Reconnect', href: reconnectUrl } };
}

function callsUsed({ dailyCalls, timeZone }: BudgetSpent): string {
  const calls = dailyCalls.toLocaleString('en-GB');
  return `today's ${calls} calls are used, continues after 00:00 ${timeZone}`;
}
