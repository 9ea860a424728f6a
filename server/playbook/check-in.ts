import type { NextStep } from '../domain/suggestion.ts';
import { stageSince } from '../domain/deal.ts';
import { firstName } from '../domain/person.ts';
import { moment, phrase } from '../domain/phrase.ts';
import { addDays } from '../domain/time-span.ts';
import type { Situation } from './situation.ts';
import { inQuotes } from './quote-words.ts';

/** Days after the start on which to ask about what they bought for. */
const CHECK_IN_DAYS = [7, 30, 90] as const;
const GRACE_DAYS = 3;

/** After a win: the next check-in on the concern they bought for, or waiting until it is due. */
export function suggestCheckIn(situation: Situation): NextStep | null {
  const { file, person, now, stage } = situation;
  if (stage !== 'retention' || file.deal?.outcome !== 'won') return null;
  const start = stageSince(file.deal);
  const days = CHECK_IN_DAYS.find((each) => addDays(start, each + GRACE_DAYS) >= now);
  if (days === undefined) return null;
  const at = addDays(start, days);
  const name = firstName(person);
  const base = { stage, draft: null, id: `check-in.${days}:${person.id}` } as const;
  if (at > addDays(now, 1)) {
    return {
      ...base,
      playId: 'retention.wait-for-check-in',
      title: phrase('Do nothing until the check-in of ', moment(at, 'day')),
      reason: phrase(
        'They started ',
        moment(start, 'ago'),
        '; ',
        name,
        ' should have time to live with it.',
      ),
      action: 'none',
      askAgain: moment(at, 'day'),
    };
  }
  return {
    ...base,
    playId: `retention.check-in-${days}`,
    title: phrase(`Check in with ${name} on what they bought it for`),
    reason: phrase(boughtFor(situation), ' It is ', moment(start, 'age'), ' since the start.'),
    action: 'meeting',
    askAgain: null,
  };
}

function boughtFor({ concerns }: Situation): string {
  const first = concerns.find((each) => each.state === 'answered') ?? concerns[0];
  const words = first?.raised[0]?.shown;
  const quoted = words === undefined ? null : inQuotes(words, 48);
  return quoted === null ? 'Ask whether it does what they hoped.' : `Ask about ${quoted}.`;
}
