import type { Span } from '../source-text.ts';
import { HIDDEN_ELEMENTS } from './html-names.ts';

/** Marks that mail programs put around what they quote; sources: their own output, 2020 to 2026. */
const QUOTE_MARKS =
  /gmail_quote|gmail_attr|moz-cite-prefix|yahoo_quoted|protonmail_quote|zmail_extra|type=cite|divrplyfwdmsg|olk_src_body_section|ms-outlook-mobile-reference|hubspot-quoted|gmail_signature|ms-outlook-mobile-signature|id=signature|class=signature|moz-signature/i;

const INVISIBLE_STYLE = /display:\s*none|mso-hide:\s*all|visibility:\s*hidden/i;

const VOID = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'wbr']);

interface OpenPart {
  readonly name: string;
  readonly invisible: boolean;
  readonly start: number;
  /** Elements of the same name open inside it, so that its own end is found in broken markup too. */
  depth: number;
}

/** Follows quoted and invisible elements. What is quoted stays in the decoded text, as a removed range. */
export class HiddenParts {
  #part: OpenPart | null = null;
  readonly #removed: Span[] = [];

  get isInvisible(): boolean {
    return this.#part?.invisible === true;
  }

  open(name: string, attributes: string, at: number): void {
    if (VOID.has(name)) return;
    // A head that nobody closed ends where the body begins.
    if (name === 'body' && this.#part?.name === 'head') this.#part = null;
    if (this.#part === null) this.#part = partOf(name, attributes, at);
    else if (this.#part.name === name) this.#part.depth += 1;
  }

  /** True when the end of a quoted or invisible part was reached. */
  close(name: string, at: number): boolean {
    if (this.#part?.name !== name) return false;
    if (this.#part.depth > 0) {
      this.#part.depth -= 1;
      return false;
    }
    this.#end(at);
    return true;
  }

  finish(at: number): readonly Span[] {
    this.#end(at);
    return this.#removed;
  }

  #end(at: number): void {
    if (this.#part !== null && at > this.#part.start && !this.#part.invisible) {
      this.#removed.push({ start: this.#part.start, end: at });
    }
    this.#part = null;
  }
}

/** The part that an element begins; null when it is neither quoted nor invisible. */
function partOf(name: string, attributes: string, start: number): OpenPart | null {
  const invisible = HIDDEN_ELEMENTS.has(name) || INVISIBLE_STYLE.test(attributes);
  const quoted = name === 'blockquote' || QUOTE_MARKS.test(attributes);
  return invisible || quoted ? { name, invisible, start, depth: 0 } : null;
}
