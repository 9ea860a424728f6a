import type { LedgerEntry } from '../../test/simulators/hubspot/ledger.ts';
import { rowOf, type Row } from '../bench/row.ts';
import { countWindows } from './count-windows.ts';
import type { NightSummary } from './night-summary.ts';
import type { Scale } from './scale.ts';

export interface SpentNight {
  readonly summary: NightSummary;
  readonly ledger: readonly LedgerEntry[];
}

/** Of the whole mix, paced at 80 % of 110 calls in ten seconds (research/sync.md §5). */
const WHOLE = { apiSeconds: 27.7 * 60, calls: 14_600 } as const;

export interface Measured {
  readonly scale: Scale;
  readonly first: SpentNight;
  /** The night that takes what our own writing changed. */
  readonly echo: SpentNight;
  readonly second: SpentNight;
  /** On all cores together. */
  readonly mailsPerSecond: number;
  readonly memoryMb: number;
}

export function rowsOf(measured: Measured): readonly Row[] {
  return [...initialRows(measured), ...nightRows(measured), ...limitRows(measured)];
}

/**
 * The run scaled to the whole mix: what a first load does for its pressing deals is the same for every size and counts
 * once, the rest grows with the size.
 */
function initialRows(measured: Measured): readonly Row[] {
  const { scale, first, mailsPerSecond } = measured;
  const { readSeconds, readCalls, pressingSeconds, pressingCalls } = first.summary;
  const whole = (all: number, pressing: number): number => pressing + (all - pressing) / scale.size;
  const of = scale.size === 1 ? 'the whole mix' : `the whole mix, scaled from ${scale.size} of it`;
  const readingSeconds = scale.activities / scale.size / mailsPerSecond;
  const bound = Math.max(WHOLE.apiSeconds, readingSeconds);
  const seconds = whole(readSeconds, pressingSeconds);
  const calls = whole(readCalls, pressingCalls);
  const told = (name: string, value: number, unit: string): Row => rowOf({ name, value, unit });
  return [
    rowOf(
      { name: 'initial_time_ratio', value: seconds / bound, unit: `of the bound, ${of}` },
      { atMost: 1.1 },
    ),
    rowOf({ name: 'initial_seconds', value: seconds, unit: `virtual s, ${of}`, yardstick: bound }),
    told('initial_seconds_measured', readSeconds, 'virtual s'),
    told('initial_api_bound', WHOLE.apiSeconds, 's, the whole mix'),
    told('initial_reading_bound', readingSeconds, 's, the whole mix'),
    told('reading_speed', mailsPerSecond, 'mails/s on all cores'),
    rowOf(
      { name: 'initial_calls_ratio', value: calls / WHOLE.calls, unit: `of the least, ${of}` },
      { atMost: 1.05 },
    ),
    rowOf({ name: 'initial_calls', value: calls, unit: `calls, ${of}`, yardstick: WHOLE.calls }),
    told('pressing_seconds', pressingSeconds, 'virtual s, whatever the size'),
    told('pressing_calls', pressingCalls, 'calls, whatever the size'),
    ...cardRows(measured),
  ];
}

function cardRows({ scale, first: { summary } }: Measured): readonly Row[] {
  const { firstCardSeconds, cardsSeconds, cards } = summary;
  return [
    rowOf(
      {
        name: 'first_card_seconds',
        value: firstCardSeconds,
        unit: `virtual s, ${scale.counts.deals} deals`,
      },
      { atMost: 300 },
    ),
    rowOf({
      name: 'initial_cards_seconds',
      value: cardsSeconds,
      unit: `virtual s after the last page, ${cards} cards`,
    }),
  ];
}

function nightRows({ echo, second: { summary } }: Measured): readonly Row[] {
  const of = `${summary.records} records changed`;
  return [
    rowOf(
      {
        name: 'night_seconds',
        value: summary.readSeconds - summary.deletionSeconds,
        unit: `s, virtual, ${of}`,
      },
      { atMost: 60 },
    ),
    rowOf({ name: 'night_calls', value: summary.readCalls, unit: `calls, ${of}` }, { atMost: 250 }),
    rowOf({
      name: 'echo_night_calls',
      value: echo.summary.readCalls,
      unit: 'calls, once after the first load',
    }),
    rowOf({ name: 'deletion_check_calls', value: summary.deletionCalls, unit: 'calls' }),
    rowOf({ name: 'deletion_check_seconds', value: summary.deletionSeconds, unit: 's, virtual' }),
    rowOf({ name: 'write_back_calls', value: summary.writeBackCalls, unit: 'calls' }),
    rowOf({ name: 'write_back_seconds', value: summary.writeBackSeconds, unit: 's, virtual' }),
    rowOf({
      name: 'night_cards_seconds',
      value: summary.cardsSeconds,
      unit: `s after the last page, ${summary.cards} cards`,
    }),
  ];
}

function limitRows({ first, echo, second, memoryMb }: Measured): readonly Row[] {
  const nights = [first, echo, second];
  const windows = nights.map(({ ledger }) => countWindows(ledger));
  const calls = nights.flatMap(({ ledger }) => ledger);
  const errors = calls.filter(({ status }) => status === 0 || status >= 400);
  const over = windows.reduce((sum, each) => sum + each.over, 0);
  const most = (of: 'busiestTenSeconds' | 'busiestSearchSecond') =>
    Math.max(...windows.map((each) => each[of]));
  return [
    rowOf({ name: 'windows_over_budget', value: over, unit: 'windows' }, { atMost: 0 }),
    rowOf({
      name: 'busiest_ten_seconds',
      value: most('busiestTenSeconds'),
      unit: 'calls',
      yardstick: 110,
    }),
    rowOf({
      name: 'busiest_search_second',
      value: most('busiestSearchSecond'),
      unit: 'calls',
      yardstick: 5,
    }),
    rowOf(
      {
        name: 'error_share',
        value: errors.length / Math.max(1, calls.length),
        unit: 'of all calls',
      },
      { atMost: 0.05 },
    ),
    rowOf({ name: 'memory_peak', value: memoryMb, unit: 'MB, without PostgreSQL' }),
  ];
}
