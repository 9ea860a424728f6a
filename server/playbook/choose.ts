/**
 * One of the options, always the same for the same seed: variety between cards, none between two looks at one. Seeds hold
 * no ids, which differ from CRM to CRM: the same story is told in the same words.
 */
export function chooseBySeed<T>(options: readonly T[], seed: string): T | null {
  return options[fingerprint(seed) % Math.max(1, options.length)] ?? null;
}

/** FNV-1a, 32 bit: small, even, and the same on every machine. */
function fingerprint(seed: string): number {
  let hash = 0x811c9dc5;
  for (const character of seed) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 0;
}
