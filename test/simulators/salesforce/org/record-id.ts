const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const NUMBER_LENGTH = 12;
const GROUP = 5;

/** Eighteen characters: the object's prefix, a running number, and three that tell which letters are capitals. */
export function recordId(keyPrefix: string, number: number): string {
  return withChecksum(`${keyPrefix}${String(number).padStart(NUMBER_LENGTH, '0')}`);
}

/** The same id in its long form; ids compare by it. */
export function withChecksum(id: string): string {
  if (id.length !== 15) return id;
  const groups = [0, GROUP, 2 * GROUP].map((start) => id.slice(start, start + GROUP));
  return id + groups.map(checksumOf).join('');
}

function checksumOf(group: string): string {
  const bits = Array.from(group).reduce(
    (sum, letter, index) => sum + (/[A-Z]/.test(letter) ? 2 ** index : 0),
    0,
  );
  return DIGITS.charAt(bits);
}
