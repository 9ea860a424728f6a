import type { Instant } from '../../../shared/ids.ts';

/** HubSpot's values are text or null, numbers and booleans included; old records hold anything. */
export type Scalar = string | number | boolean | null | undefined;

/**
 * Control characters, which Postgres or a terminal would choke on, become spaces: one for one, so that every offset
 * into the text still points into HubSpot's own text. Tab and line ends stay.
 */
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

/** `hs_merged_object_ids`: ids with semicolons between them. */
export function splitMergedIds(value: Scalar): readonly string[] {
  const ids = toWords(value)?.split(';') ?? [];
  return ids.map((id) => id.trim()).filter((id) => id !== '');
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

/** Both forms occur in HubSpot's answers: ISO 8601 with or without milliseconds, and epoch milliseconds as digits. */
export function toInstant(value: Scalar): Instant | null {
  const words = toWords(value);
  if (words === null) return null;
  const moment = new Date(/^-?\d+$/.test(words) ? Number(words) : words);
  const year = moment.getUTCFullYear();
  return year >= 0 && year <= 9999 ? moment.toISOString() : null;
}

const TAGS = /<\/?(?:p|div|br|span|ul|ol|li|a|b|strong|i|em|u|blockquote|table|h[1-6])\b[^<>]*>/i;
const ENTITIES = /&(?:amp|lt|gt|nbsp|quot|#\d{1,6});/i;

/** Rich-text properties hold HTML when typed in HubSpot and plain text when an integration wrote them. */
export function formatOf(text: string): 'html' | 'plain' {
  return TAGS.test(text) || ENTITIES.test(text) ? 'html' : 'plain';
}
