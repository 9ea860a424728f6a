import type { Instant } from '../../../shared/ids.ts';

/** JSON gives numbers and booleans, Bulk's CSV gives all of it as text, and an empty column for null. */
export type Scalar = string | number | boolean | null | undefined;

/** Control characters become spaces, one for one, so that offsets still point into Salesforce's own text. */
// eslint-disable-next-line no-control-regex -- these are the characters it is about
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

export function toText(value: Scalar): string {
  if (value === null || value === undefined) return '';
  return String(value).toWellFormed().replace(CONTROL, ' ');
}

/** Null for what is absent or blank. */
export function toWords(value: Scalar): string | null {
  const text = toText(value).trim();
  return text === '' ? null : text;
}

export function toNumber(value: Scalar): number | null {
  const words = toWords(value);
  if (words === null) return null;
  const number = Number(words);
  return Number.isFinite(number) ? number : null;
}

export function toFlag(value: Scalar): boolean {
  return toWords(value)?.toLowerCase() === 'true';
}

/** "2026-11-20T10:00:00.000+0000", with `Z` in Bulk's CSV, or a day alone, which begins at midnight UTC. */
const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?)(Z|[+-]\d{2}:?\d{2}))?$/;

export function toInstant(value: Scalar): Instant | null {
  const [, day, time = '00:00:00', zone = 'Z'] = MOMENT.exec(toWords(value) ?? '') ?? [];
  if (day === undefined) return null;
  const offset = zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  const moment = new Date(`${day}T${time}${offset}`);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}

/** "https://www.Example.com/about" is example.com's. */
export function toDomain(website: Scalar): string | null {
  const words = toWords(website);
  if (words === null) return null;
  const address = /^[a-z]+:\/\//i.test(words) ? words : `https://${words}`;
  const host = URL.parse(address)?.hostname ?? '';
  return host.includes('.') ? host.replace(/^www\./, '') : null;
}

/** An 18-character id's kind is its first three characters (research/salesforce.md §4). */
export function idsWith(prefix: string, ids: readonly Scalar[]): string[] {
  return ids.map(toWords).filter((id): id is string => id?.startsWith(prefix) ?? false);
}

/** The key prefix of leads, the same in every org. */
export const LEAD_PREFIX = '00Q';

/** Contacts and leads are people to us. */
export function personIds(ids: readonly Scalar[]): string[] {
  return [...idsWith('003', ids), ...idsWith(LEAD_PREFIX, ids)];
}

const ID = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/;

export function isSalesforceId(id: string): boolean {
  return ID.test(id);
}
