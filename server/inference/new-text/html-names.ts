/** Elements that stand on lines of their own. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body br caption center dd div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** After these a blank line follows: a paragraph ended, not just a line. */
export const PARAGRAPH_ELEMENTS: ReadonlySet<string> = new Set(
  'blockquote div dl h1 h2 h3 h4 h5 h6 hr ol p pre section table ul'.split(' '),
);

export const HIDDEN_ELEMENTS: ReadonlySet<string> = new Set(
  'head script style template title noscript object svg'.split(' '),
);

const INLINE =
  'a abbr b bdi bdo big button cite code data del dfn em font i img input ins kbd label link mark meta o:p q s ' +
  'samp small span strike strong sub sup time tt u var wbr';

/** A tag of another name is no markup but text, as the address in `Dana <dana@fenwick.example> wrote`. */
export const HTML_ELEMENTS: ReadonlySet<string> = new Set([
  ...BLOCK_ELEMENTS,
  ...HIDDEN_ELEMENTS,
  ...INLINE.split(' '),
]);

const TAG_PATTERN = tagPattern(HTML_ELEMENTS);
const BLOCK_PATTERN = tagPattern(BLOCK_ELEMENTS);
/** Comments, declarations, instructions and ends of what never began, as long as a quote may hold them: no words either. */
const NO_WORDS_PATTERN = /<!--[^]{0,300}?-->|<(?:!\[?|[?/])[a-z][^<>]{0,300}>/i;
const ENTITY_PATTERN = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i;
/** So mail programs begin a line that they quote in plain text, and the CRM's adapter one that was said in a chat. */
const PLAIN_LINE = /^(?:>|(?:visitor|agent): )/im;

/** One run of what an attribute may hold, so that a long one is looked at once. */
function tagPattern(names: ReadonlySet<string>): RegExp {
  return new RegExp(`<\\/?(?:${[...names].join('|')})(?:[\\s/][^<>]{0,4000})?>`, 'i');
}

/** HTML is recognised, not declared: one known tag or one entity is enough. */
export function looksLikeHtml(text: string): boolean {
  return TAG_PATTERN.test(text) || ENTITY_PATTERN.test(text) || NO_WORDS_PATTERN.test(text);
}

/** Plain text in which somebody wrote a tag or an entity: its line breaks part what others said from what is new. */
export function hasPlainLines(html: string): boolean {
  return !BLOCK_PATTERN.test(html) || PLAIN_LINE.test(html);
}
