import { decodeText } from './new-text/decode-text.ts';

// eslint-disable-next-line no-control-regex -- control characters are exactly what must not reach a card
const UNPRINTABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b-\u200f\u2028-\u202e\ufeff]/g;

/** What a card prints of a slice: entities and tags decoded, white space joined. Depends on the slice alone. */
export function shown(slice: string): string {
  return decodeText(slice)
    .text.toWellFormed()
    .replace(UNPRINTABLE, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
