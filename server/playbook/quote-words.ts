/** Fewer characters than this are no sentence that could stand for the whole. */
const LEAST_SENTENCE = 20;

/**
 * Their words inside curly quotation marks, never cut in mid-sentence: the whole where it fits, else its question or
 * first sentence, else nothing. What is kept stays exact.
 */
export function inQuotes(shown: string, limit: number): string | null {
  const kept = [shown, ...sentencesOf(shown)].find((each) => tidied(each).length <= limit);
  return kept === undefined ? null : `“${tidied(kept)}”`;
}

function tidied(words: string): string {
  return words
    .trim()
    .replaceAll('“', '‘')
    .replaceAll('”', '’')
    .replace(/[.,;:]+$/, '');
}

/** Sentences that can stand for all: a question first, then as written. */
function sentencesOf(shown: string): readonly string[] {
  const sentences = shown.split(/(?<=[.?!…])\s+(?=\p{Lu})/u);
  const long = sentences.filter((each) => each.trim().length >= LEAST_SENTENCE);
  return [...long.filter((each) => each.endsWith('?')), ...long.slice(0, 1)];
}
