import { describe, expect, it } from '@jest/globals';
import { outcomeOf, receiptOf } from '../../../server/sync/night/outcome.ts';

const TERMS = { dailyCalls: 40_000, timeZone: 'Europe/Berlin' };

describe('the end of a night', () => {
  it('is complete without a word when nothing stopped it', () => {
    expect(outcomeOf([])).toBe('complete');
    expect(receiptOf([], TERMS)).toBeNull();
  });

  it('is partial when the calls of the day are used, and says when it goes on', () => {
    expect(outcomeOf(['budget_spent'])).toBe('partial');
    expect(receiptOf(['budget_spent'], TERMS)).toBe(
      "Today's 40,000 calls are used, so not everything was read. Reading continues after 00:00 Europe/Berlin.",
    );
  });

  it('says so of a share, too, which has no number of its own', () => {
    expect(receiptOf(['budget_spent'], { ...TERMS, dailyCalls: null })).toBe(
      "Today's share of calls is used, so not everything was read. Reading continues after 00:00 Europe/Berlin.",
    );
  });

  it('waits for a person when the key is refused', () => {
    expect(outcomeOf(['token_refused'])).toBe('reconnect_needed');
    expect(receiptOf(['token_refused'], TERMS)).toBe(
      'The CRM no longer accepts our key, so nothing more was read. Reconnect the account; reading then continues by itself.',
    );
  });

  it('names both when both are true, and what to do first', () => {
    for (const both of [
      ['token_refused', 'budget_spent'],
      ['budget_spent', 'token_refused'],
    ] as const) {
      expect(outcomeOf(both)).toBe('reconnect_needed');
      expect(receiptOf(both, TERMS)).toBe(
        "The CRM no longer accepts our key, and today's 40,000 calls are used. Reconnect the account first; reading then continues after 00:00 Europe/Berlin.",
      );
    }
  });
});
