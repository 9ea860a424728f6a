import { decodeEntity, ENTITY } from './entities';

/**
 * What a card prints of a slice: tags and entities decoded, white space joined. The same results as the server's
 * inference/shown.ts, which the pointers into it were counted on; shown-vectors.json holds the two together.
 */
export function shown(slice) {
  return toWellFormed(looksLikeHtml(slice) ? decodeHtml(slice) : slice)
    .replace(UNPRINTABLE, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Control and format characters, which would move or hide what a card prints. */
const UNPRINTABLE = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

const BLOCK =
  'address article aside blockquote body br caption center dd div dl dt fieldset figcaption figure footer form ' +
  'h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul';
const HIDDEN = new Set('head script style template title noscript object svg'.split(' '));
/** What they hold is no markup. */
const RAW = new Set(['script', 'style', 'title']);
const INLINE =
  'a abbr b bdi bdo big button cite code data del dfn em font i img input ins kbd label link mark meta o:p q s ' +
  'samp small span strike strong sub sup time tt u var wbr';
const BLOCKS = new Set(BLOCK.split(' '));
const KNOWN = new Set([...BLOCKS, ...HIDDEN, ...INLINE.split(' ')]);
const VOID = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'wbr']);

const KNOWN_TAG = new RegExp(`<\\/?(?:${[...KNOWN].join('|')})(?:[\\s/][^<>]{0,4000})?>`, 'i');
const ANY_ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i;
const NO_WORDS = /<!--[^]{0,300}?-->|<(?:!\[?|[?/])[a-z][^<>]{0,300}>/i;

function looksLikeHtml(text) {
  return KNOWN_TAG.test(text) || ANY_ENTITY.test(text) || NO_WORDS.test(text);
}

/** A comment, a declaration or instruction, a tag with its quoted attributes, or what began and did not end. */
const MARKUP =
  /<!--[^]*?(?:-->|$)|<[!?][^>]*(?:>|$)|<(\/?)([a-z][^\s/>]*)((?:=\s*(?:"[^"]*(?:"|$)|'[^']*(?:'|$))|[^>])*)(>|$)/gi;
const INVISIBLE_STYLE = /display:\s*none|mso-hide:\s*all|visibility:\s*hidden/i;

/** Marks that mail programs put around what they quote; the server's list. */
const QUOTE_MARKS =
  /gmail_quote|gmail_attr|moz-cite-prefix|yahoo_quoted|protonmail_quote|zmail_extra|type=cite|divrplyfwdmsg|olk_src_body_section|ms-outlook-mobile-reference|hubspot-quoted|gmail_signature|ms-outlook-mobile-signature|id=signature|class=signature|moz-signature/i;

function decodeHtml(html) {
  const reader = { text: '', part: null, at: 0 };
  MARKUP.lastIndex = 0;
  for (let found = MARKUP.exec(html); found !== null; found = MARKUP.exec(html)) {
    addText(reader, html.slice(reader.at, found.index));
    reader.at = MARKUP.lastIndex;
    if (found[2] !== undefined) readTag(reader, found);
    skipRaw(reader, html, found);
    MARKUP.lastIndex = reader.at;
  }
  addText(reader, html.slice(reader.at));
  return reader.text;
}

function addText(reader, raw) {
  addPlain(reader, raw.replace(ENTITY, decodeEntity));
}

function addPlain(reader, text) {
  if (!reader.part?.isInvisible) reader.text += text;
}

function readTag(reader, [whole, slash, written, attributes, end]) {
  const name = written.toLowerCase();
  if (end === '') return;
  if (slash === '' && !KNOWN.has(name)) addPlain(reader, whole);
  else if (slash === '') openTag(reader, name, attributes);
  else closeTag(reader, name);
}

function openTag(reader, name, attributes) {
  addBreak(reader, name);
  if (VOID.has(name)) return;
  if (name === 'body' && reader.part?.name === 'head') reader.part = null;
  if (reader.part === null) reader.part = partOf(name, attributes);
  else if (reader.part.name === name) reader.part.depth += 1;
}

/** What is quoted is shown; as long as it lasts, the server looks for nothing invisible in it. */
function partOf(name, attributes) {
  const isInvisible = HIDDEN.has(name) || INVISIBLE_STYLE.test(attributes);
  const isQuoted = name === 'blockquote' || QUOTE_MARKS.test(attributes.replace(/["']/g, ''));
  return isInvisible || isQuoted ? { name, isInvisible, depth: 0 } : null;
}

function closeTag(reader, name) {
  addBreak(reader, name);
  if (reader.part?.name !== name) return;
  if (reader.part.depth > 0) reader.part.depth -= 1;
  else reader.part = null;
}

function addBreak(reader, name) {
  if (BLOCKS.has(name)) reader.text += ' ';
}

function skipRaw(reader, html, [, slash, written = '', , end]) {
  const name = written.toLowerCase();
  if (slash !== '' || end === '' || !RAW.has(name)) return;
  const close = html.slice(reader.at).search(new RegExp(`</${name}[\\s/>]`, 'i'));
  reader.at = close < 0 ? html.length : reader.at + close;
}

/** Half of a character of two units has no shape. Not every browser in use has String.prototype.toWellFormed. */
function toWellFormed(text) {
  return text.replace(
    /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    '\uFFFD',
  );
}
