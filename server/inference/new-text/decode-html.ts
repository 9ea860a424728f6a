import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

import type { SourceText } from '../source-text.ts';
import { DecodedBuffer } from './decoded-buffer.ts';
import { BLOCK_ELEMENTS, hasPlainLines, HTML_ELEMENTS, PARAGRAPH_ELEMENTS } from './html-names.ts';
import { HiddenParts } from './hidden-parts.ts';

/**
 * HTML to text, each character with its place in the original. The tokenizer is used without htmlparser2's parser:
 * that one keeps open elements in an array it unshifts, which takes quadratic time on a mail of unclosed tags
 * (htmlparser2 12.0.0, dist/Parser.js line 299).
 */
export function decodeHtml(html: string): SourceText {
  const buffer = new DecodedBuffer(html, { keepsLines: hasPlainLines(html) });
  const hidden = new HiddenParts();
  const tokenizer = new Tokenizer({ decodeEntities: true }, listen({ html, buffer, hidden }));
  tokenizer.write(html);
  tokenizer.end();
  return buffer.finish(hidden.finish(buffer.length));
}

/** What the tokenizer's events write to. */
interface Sink {
  readonly html: string;
  readonly buffer: DecodedBuffer;
  readonly hidden: HiddenParts;
}

interface OpenTag {
  readonly name: string;
  /** Of the name; the "<" stands before it. */
  readonly start: number;
  attributes: string;
}

/** A longer attribute holds data, not a mark. */
const ATTRIBUTE_LIMIT = 200;

function listen(sink: Sink): TokenizerCallbacks {
  const { html, buffer, hidden } = sink;
  let tag: OpenTag = { name: '', start: 0, attributes: '' };
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
      tag.attributes += ` ${html.slice(start, Math.min(end, start + ATTRIBUTE_LIMIT)).toLowerCase()}=`;
    },
    onattribdata: (start, end) => {
      tag.attributes += html.slice(start, Math.min(end, start + ATTRIBUTE_LIMIT));
    },
    onopentagend: (end) => {
      open(sink, tag, end);
    },
    onselfclosingtag: (end) => {
      open(sink, tag, end);
    },
    onclosetag: (start, end) => {
      close(sink, html.slice(start, end).toLowerCase(), end);
    },
  };
}

function open({ buffer, hidden }: Sink, tag: OpenTag, end: number): void {
  if (!HTML_ELEMENTS.has(tag.name)) {
    if (!hidden.isInvisible) buffer.addText(tag.start - 1, end + 1);
    return;
  }
  breakBefore(buffer, tag.name, end);
  hidden.open(tag.name, tag.attributes, buffer.length);
}

function close({ buffer, hidden }: Sink, name: string, end: number): void {
  if (hidden.close(name, buffer.length) || BLOCK_ELEMENTS.has(name)) breakBefore(buffer, name, end);
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
