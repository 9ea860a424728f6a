import { shown } from './shown';

/**
 * What this viewer may see of a payload's sources. One is open only when every quote in it could be cut: where a part of a
 * mail was changed by hand, we do not know what became of the rest.
 */
export function openSources({ sources, quotes }, { openSources: opened = [], cuts = [] }) {
  const closed = new Set();
  sources.forEach((_, source) => {
    if (opened[source] !== true) closed.add(source);
  });
  quotes.forEach(({ source }, quote) => {
    if (typeof cuts[quote]?.words !== 'string') closed.add(source);
  });
  return { isOpen: (source) => !closed.has(source), wordsOf: (words) => wordsOf(words) };

  function wordsOf({ quote, from = 0, to }) {
    const pointer = quotes[quote];
    if (pointer === undefined || closed.has(pointer.source)) return null;
    return shown(cuts[quote].words).slice(from, to);
  }
}

/** A phrase with the buyer's words in place of its pointers; null when one of them is hidden. */
export function fillPhrase(phrase, open) {
  const filled = phrase.map((part) => (isPointer(part) ? open.wordsOf(part) : part));
  return filled.includes(null) ? null : filled;
}

/** Several lines: those with hidden words are left out. */
export function fillPhrases(phrases, open) {
  return phrases.map((phrase) => fillPhrase(phrase, open)).filter((phrase) => phrase !== null);
}

export function isPointer(part) {
  return typeof part === 'object' && part !== null && Number.isInteger(part.quote);
}
