import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

import type { SourceText } from '../source-text.ts';
import { DecodedBuffer } from './decoded-buffer.ts';
import { BLOCK_ELEMENTS, HTML_ELEMENTS, PARAGRAPH_ELEMENTS } from './html-names.ts';
import { HiddenParts } from './hidden-parts.ts';

/**
 * HTML to text, each character with its place in the original. The tokenizer is used without htmlparser2's parser:
 * that one keeps open elements in an array it unshifts, which takes quadratic time on a mail of unclosed tags
 * (htmlparser2 12.0.0, dist/Parser.js line 299).
 */
export function decodeHtml(html: string): SourceText {
  const buffer = new DecodedBuffer(html);
  const hidden = new HiddenParts();
  const tokenizer = new Tokenizer({ decodeEntities: true }, listen(html, buffer, hidden));
  tokenizer.write(html);
  tokenizer.end();
  return buffer.finish(hidden.finish(buffer.length));
}

interface OpenTag {
  readonly name: string;
  readonly start: number;
  attributes: string;
}

function listen(html: string, buffer: DecodedBuffer, hidden: HiddenParts): TokenizerCallbacks {
  let tag: OpenTag | null = null;
  const enter = (end: number): void => {
    if (tag !== null) open(tag, end);
    tag = null;
  };
  const open = (opened: OpenTag, end: number): void => {
    if (!HTML_ELEMENTS.has(opened.name)) {
      buffer.addText(opened.start - 1, end + 1);
      return;
    }
    breakBefore(buffer, opened.name, end);
    hidden.open(opened.name, opened.attributes, buffer.length);
  };
  const close = (start: number, end: number): void => {
    const name = html.slice(start, end).toLowerCase();
    if (hidden.close(name, buffer.length) || BLOCK_ELEMENTS.has(name)) {
      breakBefore(buffer, name, end);
    }
  };
  return {
    ...SILENT,
    ontext: (start, end) => {
      if (!hidden.isInvisible) buffer.addText(start, end);
    },
    ontextentity: (codePoint, end) => {
      if (!hidden.isInvisible) buffer.addEntity(codePoint, end);
    },
    onopentagname: (start, end) => {
      tag = { name: html.slice(start, end).toLowerCase(), start, attributes: '' };
    },
    onattribname: (start, end) => {
      if (tag !== null) tag.attributes += ` ${html.slice(start, end).toLowerCase()}=`;
    },
    onattribdata: (start, end) => {
      if (tag !== null) tag.attributes += html.slice(start, Math.min(end, start + 200));
    },
    onopentagend: enter,
    onselfclosingtag: enter,
    onclosetag: close,
  };
}

function breakBefore(buffer: DecodedBuffer, name: string, at: number): void {
  if (PARAGRAPH_ELEMENTS.has(name)) buffer.addBreak(2, at);
  else if (BLOCK_ELEMENTS.has(name)) buffer.addBreak(1, at);
}

const nothing = (): void => undefined;

const SILENT: TokenizerCallbacks = {
  onattribdata: nothing,
  onattribentity: nothing,
  onattribend: nothing,
  onattribname: nothing,
  oncdata: nothing,
  onclosetag: nothing,
  oncomment: nothing,
  ondeclaration: nothing,
  onend: nothing,
  onopentagend: nothing,
  onopentagname: nothing,
  onprocessinginstruction: nothing,
  onselfclosingtag: nothing,
  ontext: nothing,
  ontextentity: nothing,
};
