import type { SourceText, Span } from '../source-text.ts';

/** By code unit, since this runs for every character of every mail. */
function isWhiteSpace(unit: number): boolean {
  return unit <= 0x20 ? SPACES.has(unit) : unit > 0x7f && WIDE_SPACES.has(unit);
}

const LINE_FEED = 0x0a;
/** Tab, line feed, vertical tab, form feed, carriage return, space. */
const SPACES: ReadonlySet<number> = new Set([9, 10, 11, 12, 13, 32]);
/** No-break, zero-width, line and paragraph separators, narrow, ideographic, byte order mark. */
const WIDE_SPACES: ReadonlySet<number> = new Set([
  0xa0, 0x200b, 0x2028, 0x2029, 0x202f, 0x3000, 0xfeff,
]);

/** Collects decoded code units with their places; a decoded text is never longer than twice its original. */
export class DecodedBuffer {
  readonly #original: string;
  readonly #units: Uint16Array;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #keepsLines: boolean;
  #length = 0;

  constructor(original: string, { keepsLines }: { readonly keepsLines: boolean }) {
    this.#original = original;
    this.#keepsLines = keepsLines;
    // A tag of three characters (<p>) yields two line breaks at most, an entity of four (&gt;) one or two units.
    const room = original.length + 2;
    this.#units = new Uint16Array(room);
    this.#starts = new Int32Array(room);
    this.#ends = new Int32Array(room);
  }

  get length(): number {
    return this.#length;
  }

  addText(start: number, end: number): void {
    for (let at = start; at < end; at += 1) {
      const unit = this.#original.charCodeAt(at);
      if (unit === LINE_FEED && this.#keepsLines) this.#addLine(at);
      else if (isWhiteSpace(unit)) this.#addSpace(at, at + 1);
      else this.#add(unit, { start: at, end: at + 1 });
    }
  }

  addEntity(codePoint: number, end: number): void {
    const start = this.#original.lastIndexOf('&', end - 1);
    if (isWhiteSpace(codePoint)) {
      this.#addSpace(start, end);
      return;
    }
    const decoded = String.fromCodePoint(codePoint);
    for (let unit = 0; unit < decoded.length; unit += 1) {
      this.#add(decoded.charCodeAt(unit), { start, end });
    }
  }

  /** At most `lines` line breaks in a row, none at the start. */
  addBreak(lines: number, at: number): void {
    if (this.#last() === 0x20) this.#length -= 1;
    if (this.#length === 0) return;
    let present = 0;
    while (this.#units[this.#length - 1 - present] === 0x0a) present += 1;
    for (; present < lines; present += 1) this.#add(0x0a, { start: at, end: at });
  }

  finish(removed: readonly Span[]): SourceText {
    return {
      text: asString(this.#units.subarray(0, this.#length)),
      starts: this.#starts.subarray(0, this.#length),
      ends: this.#ends.subarray(0, this.#length),
      removed,
    };
  }

  #addLine(at: number): void {
    if (this.#last() === 0x20) this.#length -= 1;
    if (this.#length > 0) this.#add(LINE_FEED, { start: at, end: at + 1 });
  }

  /** HTML joins white space; a space after a break or another space says nothing. */
  #addSpace(start: number, end: number): void {
    const last = this.#last();
    if (last !== 0x20 && last !== 0x0a && last !== -1) this.#add(0x20, { start, end });
  }

  #add(unit: number, place: Span): void {
    if (this.#length >= this.#units.length) return;
    this.#units[this.#length] = unit;
    this.#starts[this.#length] = place.start;
    this.#ends[this.#length] = place.end;
    this.#length += 1;
  }

  #last(): number {
    return this.#length === 0 ? -1 : (this.#units[this.#length - 1] ?? -1);
  }
}

/** In pieces, since a call takes only so many arguments. */
function asString(units: Uint16Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < units.length; at += 8192) {
    pieces.push(String.fromCharCode(...units.subarray(at, at + 8192)));
  }
  return pieces.join('');
}
