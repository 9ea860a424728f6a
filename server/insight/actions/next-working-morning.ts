import type { Instant } from '../../../shared/ids.ts';
import { addDays } from '../../domain/time-span.ts';
import type { PlainView } from './say-plainly.ts';

const MORNING_HOUR = '09';
const HOURS_OF_A_LONG_WEEKEND = 96;
const WEEKEND: ReadonlySet<string> = new Set(['Sat', 'Sun']);

/** When a task made now is due: the coming nine o'clock of a Monday to Friday, on the account's own clock. */
export function nextWorkingMorning({ now, timeZone }: PlainView): Instant {
  const clock = new Intl.DateTimeFormat('en-GB', {
    ...{ weekday: 'short', hour: '2-digit', hourCycle: 'h23', timeZone },
  });
  const fullHour: Instant = `${now.slice(0, 13)}:00:00.000Z`;
  for (let hours = 1; hours <= HOURS_OF_A_LONG_WEEKEND; hours += 1) {
    const at = addDays(fullHour, hours / 24);
    const said = clock.formatToParts(Date.parse(at));
    const read = (type: string) => said.find((part) => part.type === type)?.value ?? '';
    if (read('hour') === MORNING_HOUR && !WEEKEND.has(read('weekday'))) return at;
  }
  return addDays(now, 1);
}
