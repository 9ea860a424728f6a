interface Decoded {
  readonly text: string;
  /** What was odd about the bytes; null when they are what they should be. */
  readonly oddity: string | null;
}

/** UTF-8, or UTF-16 with its mark; else Windows-1252, which old exports are and in which every byte means something. */
export function decodeBytes(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: decode(bytes, 'utf-16le'), oddity: null };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: decode(bytes, 'utf-16be'), oddity: null };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), oddity: null };
  } catch {
    return { text: decode(bytes, 'windows-1252'), oddity: 'not UTF-8, read as Windows-1252' };
  }
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}
