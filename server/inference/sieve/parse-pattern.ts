/** A regular expression as far as the words go that it cannot match without. */
export type Pattern =
  /** Exactly one of these; `['']` for what has no width (`^`, lookarounds), `[EDGE]` for `\b`. */
  | { readonly kind: 'words'; readonly options: readonly string[] }
  /** Something that is not spelled out, perhaps nothing. */
  | { readonly kind: 'anything' }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly parts: readonly Pattern[] }
  | Repeat;

export interface Repeat {
  readonly kind: 'repeat';
  readonly part: Pattern;
  readonly atLeast: number;
  readonly atMost: number;
}

/** In a word: here `\w` begins or ends. */
export const EDGE = '\b';

const TOKEN = new RegExp(
  [
    '\\(\\?(?:[:=!]|<[=!]|<\\w+>)|[()|]',
    // Quantifier
    '(?:[?*+]|\\{\\d+(?:,\\d*)?\\})\\??',
    // Class
    '\\[(?:\\\\.|[^\\]\\\\])*\\]',
    // Escape
    '\\\\(?:u\\{[\\da-f]+\\}|u[\\da-f]{4}|x[\\da-f]{2}|[pPk][{<][^}>]*[}>]|.)',
    // Plain characters up to one that is repeated, or that one
    "[\\w '-]+(?![?*+{])",
    '.',
  ].join('|'),
  'gsu',
);
const QUANTIFIER = /^(?:([?*+])|\{(\d+)(,?)(\d*)\})\??$/;

/**
 * Reads the source of a valid expression without the flags `i` and `v`. What it does not know counts as anything, so
 * that no word is required by mistake.
 */
export function parsePattern(source: string): Pattern {
  return new Parser(source.match(TOKEN) ?? []).choice();
}

class Parser {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  choice(): Pattern {
    const first = this.#sequence();
    if (this.#tokens[this.#at] !== '|') return first;
    const parts = [first];
    while (this.#tokens[this.#at] === '|') {
      this.#at += 1;
      parts.push(this.#sequence());
    }
    return { kind: 'choice', parts };
  }

  #sequence(): Pattern {
    const parts: Pattern[] = [];
    for (;;) {
      const token = this.#tokens[this.#at];
      if (token === undefined || token === '|' || token === ')') break;
      this.#at += 1;
      parts.push(this.#repeated(token.startsWith('(') ? this.#group(token) : single(token)));
    }
    return { kind: 'sequence', parts };
  }

  #group(opening: string): Pattern {
    const inner = this.choice();
    this.#at += 1;
    return /[=!]$/.test(opening) ? words(['']) : inner;
  }

  #repeated(part: Pattern): Pattern {
    const match = QUANTIFIER.exec(this.#tokens[this.#at] ?? '');
    if (match === null) return part;
    this.#at += 1;
    return { kind: 'repeat', part, ...boundsOf(match) };
  }
}

function boundsOf([, sign, from, comma, to]: RegExpExecArray): Pick<Repeat, 'atLeast' | 'atMost'> {
  if (sign !== undefined) {
    return { atLeast: sign === '+' ? 1 : 0, atMost: sign === '?' ? 1 : Infinity };
  }
  const atLeast = Number(from);
  if (comma === '') return { atLeast, atMost: atLeast };
  return { atLeast, atMost: to === '' ? Infinity : Number(to) };
}

/** What has no width, and white space, which counts as one space. */
const PLACES: Readonly<Record<string, string>> = {
  '\\b': EDGE,
  '\\B': '',
  '^': '',
  $: '',
  '\\s': ' ',
};

/** Plain characters, an escape, a class or an assertion. */
function single(token: string): Pattern {
  const place = PLACES[token];
  if (place !== undefined) return words([place]);
  if (token.startsWith('[')) return oneOf(token.slice(1, -1));
  // An escaped sign stands for itself; an escaped letter or digit does not.
  const isUnknown = token === '.' || /^\\[\p{L}\d]/u.test(token) || !isAscii(token);
  return isUnknown ? { kind: 'anything' } : words([token.replace('\\', '')]);
}

/** A class of a few characters that it spells out; any other is anything. */
function oneOf(inside: string): Pattern {
  const isSpelledOut = !/^\^|\\|.-./u.test(inside) && isAscii(inside);
  return isSpelledOut ? words(inside.split('')) : { kind: 'anything' };
}

function words(options: readonly string[]): Pattern {
  return { kind: 'words', options };
}

function isAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}
