import { LEGACY, OTHERS } from './entityNames';

/** A numeric reference, or a name; its semicolon may be lacking. */
export const ENTITY = /&(?:#(\d+);?|#[xX]([\da-fA-F]+);?|([A-Za-z][A-Za-z\d]*);?)/g;

/** For String.replace: what the reference stands for, or itself where it stands for nothing. */
export function decodeEntity(whole, ...[decimal, hexadecimal, name]) {
  if (decimal !== undefined) return fromCodePoint(Number.parseInt(decimal, 10));
  if (hexadecimal !== undefined) return fromCodePoint(Number.parseInt(hexadecimal, 16));
  return fromName(whole, name);
}

function fromName(whole, name) {
  const codePoint = LEGACY.get(name) ?? OTHERS.get(name);
  if (codePoint !== undefined && whole.endsWith(';')) return String.fromCodePoint(codePoint);
  for (let length = name.length; length > 1; length -= 1) {
    const legacy = LEGACY.get(name.slice(0, length));
    if (legacy !== undefined) return String.fromCodePoint(legacy) + whole.slice(length + 1);
  }
  return whole;
}

/** 0x80 to 0x9f mean Windows-1252. https://html.spec.whatwg.org/#numeric-character-reference-end-state */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function fromCodePoint(codePoint) {
  if (codePoint >= 0x80 && codePoint <= 0x9f) return WINDOWS_1252[codePoint - 0x80];
  const isCharacter =
    codePoint > 0 && codePoint <= 0x10ffff && !(codePoint >= 0xd800 && codePoint <= 0xdfff);
  return isCharacter ? String.fromCodePoint(codePoint) : '\uFFFD';
}
