import type { NightOutcome, StopReason } from './port.ts';

export function outcomeOf(stoppedFor: readonly StopReason[]): NightOutcome {
  if (stoppedFor.includes('token_refused')) return 'reconnect_needed';
  return stoppedFor.includes('budget_spent') ? 'partial' : 'complete';
}

export interface AccountTerms {
  /** Null: a share of what the account's day leaves over. */
  readonly dailyCalls: number | null;
  readonly timeZone: string;
}

/** One sentence for the night's receipt, what to do first in front; null when there is nothing to say. */
export function receiptOf(
  stoppedFor: readonly StopReason[],
  { dailyCalls, timeZone }: AccountTerms,
): string | null {
  const calls =
    dailyCalls === null
      ? 'share of calls is used'
      : `${dailyCalls.toLocaleString('en-GB')} calls are used`;
  const spent = stoppedFor.includes('budget_spent');
  const midnight = `00:00 ${timeZone}`;
  switch (outcomeOf(stoppedFor)) {
    case 'complete':
      return null;
    case 'partial':
      return `Today's ${calls}, so not everything was read. Reading continues after ${midnight}.`;
    case 'reconnect_needed':
      return spent
        ? `The CRM no longer accepts our key, and today's ${calls}. Reconnect the account first; reading then continues after ${midnight}.`
        : 'The CRM no longer accepts our key, so nothing more was read. Reconnect the account; reading then continues by itself.';
  }
}
