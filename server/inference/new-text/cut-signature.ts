import { textAt, type Line } from './lines.ts';

const DELIMITER = /^(?:--|–|—|-- ?|__+|\*\*\*+|={3,})$/u;

/** Words that close a letter, alone on their line or before a name. */
const CLOSING = new RegExp(
  `^(?:${[
    '(?:many |with |my |our )?(?:best|kind(?:est)?|warm(?:est)?|friendly|sincere)?[\\s,]*(?:regards|wishes|greetings)',
    '(?:all the |all )?best|br|b\\.r|rgds|kr|vg|mvh|mfg|cheers|ta|cordially|sincerely|respectfully|warmly|speak soon|talk soon|yours?(?: (?:sincerely|faithfully|truly))?|take care',
    '(?:many )?thanks(?: (?:again|in advance|so much|a lot|and regards|& regards))?|thank you(?: (?:again|in advance|very much|and (?:best |kind )?regards))?|thx|tia',
    '(?:mit )?(?:freundlichen?|besten?|herzlichen?|liebe|viele|schöne) (?:grü(?:ß|ss)en?)|gru(?:ß|ss)',
    'cordialement|bien (?:à vous|cordialement)|salutations|bonne journée|merci',
    '(?:un )?saludos?(?: cordiales)?|atentamente|gracias|abrazo|um abraço|atenciosamente|cumprimentos|obrigad[oa]',
    '(?:cordiali )?saluti|grazie|groeten|groet(?:jes)?|met vriendelijke groet(?:en)?|(?:med )?vennlig hilsen|hilsen|(?:med )?vänliga hälsningar|hälsningar|terveisin|pozdrawiam|z poważaniem|s pozdravem|üdv(?:özlettel)?|groete|saygılarımla|с уважением|よろしくお願い\\S*',
  ].join('|')})(?![\\p{L}'])(?:\\s*[/&+|]\\s*\\p{L}[\\p{L} ]{1,24})?[\\s,.!–-]*(.*)$`,
  'iu',
);

const CAPITALISED_NAME = /^\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,2}$/u;

const POSTSCRIPT = /^p\.?\s?p?\.?s\b[.:]?/i;
/** A signature is short lines; a sentence after the closing words is still the author's. */
const SIGNATURE_LINE_LIMIT = 90;
const SIGNATURE_LINES = 14;
const SIGNATURE_REACH = 40;
const SENTENCE = /[.!?]\s+\p{Lu}|[.!?]$/u;

/** Indices of the author's closing words and signature. `names` are ways the author may sign. */
export function cutSignature(
  lines: readonly Line[],
  kept: readonly number[],
  names: ReadonlySet<string>,
): ReadonlySet<number> {
  const texts = kept.map((index) => textAt(lines, index));
  const from = texts.findIndex((_, at) => startsSignature(texts, at, names));
  if (from === -1) return new Set();
  const postscript = texts.findIndex((text, at) => at >= from && POSTSCRIPT.test(text));
  return new Set(kept.slice(from, postscript === -1 ? undefined : postscript));
}

function startsSignature(
  texts: readonly string[],
  at: number,
  names: ReadonlySet<string>,
): boolean {
  const text = texts[at] ?? '';
  if (text === '' || text.length > 80) return false;
  if (DELIMITER.test(text)) return true;
  if (!isName(text, names) && !isClosing(text, names)) return false;
  return startsFooter(texts, at, names) || hasOnlyShortLines(texts, at + 1);
}

/**
 * Nobody goes on after the whole name on a line of its own, nor after any name once there was a sentence to sign: what
 * stands below it, however long, is the footer.
 */
function startsFooter(texts: readonly string[], at: number, names: ReadonlySet<string>): boolean {
  const text = texts[at] ?? '';
  const [whole = ''] = names;
  if (at === 0) return false;
  if (whole.includes(' ') && isName(text, new Set([whole]))) return true;
  return isName(text, names) && texts.slice(0, at).some(isSentence);
}

function isClosing(text: string, names: ReadonlySet<string>): boolean {
  const match = CLOSING.exec(text);
  if (match === null) return false;
  const rest = match[1] ?? '';
  return rest === '' || isName(rest, names) || CAPITALISED_NAME.test(rest);
}

function isName(text: string, names: ReadonlySet<string>): boolean {
  const bare = text.toLowerCase().replace(/^[\s\-–—/]+|[\s.,!–—-]+$/gu, '');
  return names.has(bare);
}

/** What follows may be name, title, address, phone, motto; after a postscript or a delimiter anything. */
function hasOnlyShortLines(texts: readonly string[], from: number): boolean {
  const rest = texts.slice(from, from + SIGNATURE_REACH).filter((text) => text !== '');
  const end = rest.findIndex((text) => POSTSCRIPT.test(text) || DELIMITER.test(text));
  return rest
    .slice(0, end === -1 ? SIGNATURE_LINES : end)
    .every((text, at) => text.length <= SIGNATURE_LINE_LIMIT && !(at < 3 && isSentence(text)));
}

function isSentence(text: string): boolean {
  return SENTENCE.test(text) && text.split(/\s+/).length > 6;
}

/** Ways a person may sign, the whole name first: full name, first, last, initials, "S. Gąska", "JC Baudrillart". */
export function signingNames(name: string): ReadonlySet<string> {
  const parts = name
    .toLowerCase()
    .replace(/\b(?:dr|prof|mr|mrs|ms|mx|ing|dipl)\b\.?/gu, '')
    .split(/[\s]+/)
    .filter((part) => part !== '');
  const first = parts[0];
  if (first === undefined) return new Set();
  const last = parts.at(-1) ?? first;
  const initial = first.charAt(0);
  const firstInitials = first
    .split('-')
    .map((part) => part.charAt(0))
    .join('');
  const initials = parts.map((part) => part.charAt(0)).join('');
  const short = first.length > 4 ? [first.slice(0, 3), first.slice(0, 4)] : [];
  return new Set([
    parts.join(' '),
    `${last} ${first}`,
    `${last}, ${first}`,
    first,
    last,
    initial,
    initials,
    initials.split('').join('.'),
    `${initial}. ${last}`,
    `${initial} ${last}`,
    `${firstInitials} ${last}`,
    `${first} ${last}`,
    `${first} ${last.charAt(0)}`,
    `${last} ${initial}`,
    ...short,
  ]);
}
