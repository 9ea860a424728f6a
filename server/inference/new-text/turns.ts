import { buyersOf, only, personNamed } from '../people.ts';
import type { Participant } from '../reading.ts';
import type { Span } from '../source-text.ts';
import type { Line } from './lines.ts';

/** One speaker's words in a transcript or chat. */
export interface Turn {
  /** Null: nobody listed fits. */
  readonly speaker: Participant | null;
  readonly side: 'buyer' | 'seller' | null;
  /** The words after the label and the lines that follow it. */
  readonly lines: readonly Span[];
}

const TIME = '[\\[(]?\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2}(?:[.,]\\d+)?)?(?:\\s*[ap]\\.?m\\.?)?[\\])]?';

/** "Name: words", "[00:12:04] Name: words", "10:02 Name (Fenwick): words", "Name (00:12): words". */
const LABEL = new RegExp(
  `^\\s*(?:[-–•*]\\s+)?(?:${TIME}\\s*(?:[-–|]\\s*)?)?\\**([\\p{L}][\\p{L}\\p{M}.'’&\\-_ ]{0,50}?)\\**\\s*(?:[([][^)\\]\\n]{0,60}[)\\]]\\s*)?(?:${TIME}\\s*)?[:：>]\\**(?:\\s+|$)`,
  'u',
);

const SIDES: readonly (readonly ['buyer' | 'seller', RegExp])[] = [
  ['buyer', /^(?:customer|client|buyer|prospect|visitor|guest|caller|lead|kunde|cliente)$/i],
  ['seller', /^(?:agent|rep|seller|sales|support|us|me|account (?:manager|executive)|csm|ae)$/i],
];

interface Label {
  readonly speaker: Participant | null;
  readonly side: 'buyer' | 'seller' | null;
  readonly wordsFrom: number;
}

/** The turns of a dialogue; empty when the text is none. `text` is the decoded text the lines stand in. */
export function turnsOf(
  text: string,
  lines: readonly Line[],
  people: readonly Participant[],
): readonly Turn[] {
  const labels = lines.map((line) => labelOf(text.slice(line.start, line.end), people));
  if (!isDialogue(labels)) return [];
  const turns: { speaker: Participant | null; side: Label['side']; lines: Span[] }[] = [];
  lines.forEach((line, index) => {
    const label = labels[index];
    if (label !== null && label !== undefined) {
      const { speaker, side } = label;
      turns.push({
        speaker,
        side,
        lines: [{ start: line.start + label.wordsFrom, end: line.end }],
      });
    } else turns.at(-1)?.lines.push(line);
  });
  return turns;
}

function labelOf(line: string, people: readonly Participant[]): Label | null {
  const match = LABEL.exec(line);
  if (match === null) return null;
  const name = (match[1] ?? '').trim();
  const named = personNamed(name, people);
  if (named !== null) return { speaker: named, side: named.side, wordsFrom: match[0].length };
  const side = SIDES.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
  const speaker = side === 'buyer' ? only(buyersOf(people)) : null;
  return { speaker, side, wordsFrom: match[0].length };
}

/** Two labels that name a side, or one when it opens the text: shorthand notes ("Price: ok") have none. */
function isDialogue(labels: readonly (Label | null)[]): boolean {
  const known = labels.filter((label) => isKnown(label));
  return known.length >= 2 || (known.length === 1 && isKnown(labels[0]));
}

function isKnown(label: Label | null | undefined): boolean {
  return label?.side === 'buyer' || label?.side === 'seller';
}
