import type { Participant } from './reading.ts';

/** Titles and particles that are no names. */
const NO_NAMES = new Set(
  'mr mrs ms mx dr prof sir madam herr frau san sama de da do dos del der den van von la le el al bin ben di du the and of'.split(
    ' ',
  ),
);

/** A name's words in lower case, without titles and particles. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{M}'’]+/u)
    .filter((word) => word.length > 1 && !NO_NAMES.has(word));

/** Desks, committees and machines that a CRM lists among its people. */
const NO_PERSON =
  /(?:^|\s)(?:desk|helpdesk|team|committee|portal|department|dept|office|mailbox|notifications?|no-?reply|system|mailer|daemon|accounts (?:payable|receivable)|procurement|purchasing|customer (?:care|service)|respondent|anonymous|survey)\s*\d*$/i;

/** A need is a person's: what a desk sends out is nobody's. */
export function isPerson({ name }: Participant): boolean {
  return !NO_PERSON.test(name.trim());
}

/** The words of a name that may stand for the person, in order. */
export function nameWords(person: Participant): readonly string[] {
  return wordsOf(person.name);
}

/** Who a label as "Dana Whitlock (Fenwick)", "Dana", "Mr. Whitlock" or "DW" names; null when nobody or two fit. */
export function personNamed(label: string, people: readonly Participant[]): Participant | null {
  const bare = label.replace(/\(.*?\)|\[.*?\]|\/.*$/g, ' ').trim();
  const words = wordsOf(bare);
  const byName = people.filter((person) => matchesName(words, nameWords(person)));
  if (byName.length > 0) return only(byName) ?? only(byName.filter((each) => isExact(each, bare)));
  return only(people.filter((person) => isInitials(bare, person)));
}

function matchesName(words: readonly string[], name: readonly string[]): boolean {
  return (
    words.length > 0 &&
    words.some((word) => name.includes(word)) &&
    words.every((word) => fits(word, name))
  );
}

/** A word of the label is a word of the name, an initial, or a company's or role's name we do not know. */
function fits(word: string, name: readonly string[]): boolean {
  return name.includes(word) || name.some((part) => part.startsWith(word) && word.length <= 2);
}

const isExact = (person: Participant, label: string): boolean =>
  person.name.toLowerCase() === label.toLowerCase();

function isInitials(label: string, person: Participant): boolean {
  const initials = person.name.split(/[\s-]+/).map((part) => part.charAt(0));
  const bare = label.replace(/[.\s]/g, '');
  if (!/^\p{Lu}{1,4}$/u.test(bare)) return false;
  return (
    initials.join('') === bare ||
    [initials[0], initials.at(-1)].join('') === bare ||
    initials[0] === bare
  );
}

export function only<T>(items: readonly T[]): T | null {
  const [first = null, ...others] = items;
  return others.length === 0 ? first : null;
}

export function buyersOf(people: readonly Participant[]): readonly Participant[] {
  return people.filter((person) => person.side === 'buyer');
}
