import type { SettingsView } from './settings-contract.ts';

type Night = NonNullable<SettingsView['lastNight']>;
type FirstRunLine = SettingsView['firstRun'][number];
type CoverageLine = SettingsView['coverage'][number];

export const STEP_WORDS: Readonly<Record<FirstRunLine['step'], string>> = {
  connected: 'Connected',
  scopes: 'Permissions',
  card_placed: 'Card placed',
  pipelines: 'Pipelines',
  budget: 'Daily calls',
  first_cards: 'First cards',
};

export const STEP_STATES = {
  done: { variant: 'success', word: 'Done' },
  waiting: { variant: 'info', word: 'To do' },
  attention: { variant: 'warning', word: 'Please look' },
} as const;

export const CONNECTION_STATES = {
  active: { variant: 'success', word: 'Connected' },
  reconnect_needed: { variant: 'warning', word: 'Please reconnect' },
  disconnected: { variant: 'danger', word: 'Disconnected' },
} as const;

export const COVERAGE_WORDS: Readonly<Record<CoverageLine['state'], string>> = {
  read: 'Read',
  switched_off: 'Switched off',
  not_permitted: 'Not permitted',
  not_read_yet: 'Not read yet',
};

const OUTCOME_WORDS: Readonly<Record<NonNullable<Night['outcome']>, string>> = {
  complete: 'Everything new was read.',
  partial: 'Today’s calls were used before the end; the rest follows by itself.',
  reconnect_needed: 'HubSpot no longer accepted our key, so the night ended early.',
};

export function describeNight({ outcome }: Night): string {
  return outcome === null ? 'Reading right now.' : OUTCOME_WORDS[outcome];
}

export function count(number: number): string {
  return number.toLocaleString('en-GB');
}

/** Rounded down, so that nothing unfinished reads as done. */
export function percent(share: number): string {
  return `${Math.floor(share * 100)} %`;
}

/** "02:00": hours of the account's own clock. */
export function hourWord(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

/** "Tue 24 Nov, 02:14" by the account's own clock. */
export function moment(at: string, timeZone: string): string {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(new Date(at));
  const day = `${part({ weekday: 'short' })} ${part({ day: 'numeric', month: 'short' })}`;
  return `${day}, ${part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}`;
}
