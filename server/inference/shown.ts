import { decodeText } from './new-text/decode-text.ts';

/** Control and format characters, which would move or hide what a card prints. */
const UNPRINTABLE = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** What a card prints of a slice: entities and tags decoded, white space joined. Depends on the slice alone. */
export function shown(slice: string): string {
  return decodeText(slice)
    .text.toWellFormed()
    .replace(UNPRINTABLE, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
