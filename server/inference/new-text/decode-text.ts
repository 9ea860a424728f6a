import type { SourceText } from '../source-text.ts';
import { decodeHtml } from './decode-html.ts';
import { looksLikeHtml } from './html-names.ts';

/** Decoded text of a CRM body, whatever it is: HTML with entities and tags, or plain text as it stands. */
export function decodeText(text: string): SourceText {
  return looksLikeHtml(text) ? decodeHtml(text) : { text, starts: null, ends: null, removed: [] };
}
