import { fillPhrase } from './fillWords';

/** Needs whose first quote this viewer can open, with those of their other quotes. */
export function fillClaims(claims, { payload, open, shows }) {
  return claims.flatMap((claim) => {
    const sentence = fillPhrase(claim.sentence, open);
    const quotes = claim.quotes.map((quote) => fillQuote(quote, { payload, open }));
    if (sentence === null || quotes[0] === null) return [];
    return [
      {
        ...claim,
        sentence,
        quotes: quotes.filter((quote) => quote !== null),
        against:
          claim.against && shows(`against ${claim.driver}`)
            ? fillPhrase(claim.against, open)
            : null,
        verdict: null,
      },
    ];
  });
}

export function fillConcerns(concerns, { payload, open }) {
  return concerns.flatMap((concern) => {
    const text = fillPhrase(concern.text, open);
    const quote = fillQuote(concern.quote, { payload, open });
    return text === null || quote === null ? [] : [{ ...concern, text, quote }];
  });
}

/** Of the map and of the five questions. */
export function fillEntries(entries, { payload, open }) {
  return entries.flatMap(({ text, status, source }) => {
    const filled = fillPhrase(text, open);
    if (filled === null || (source !== null && !open.isOpen(source))) return [];
    return [{ text: filled, status, source: source === null ? null : linkTo(payload, source) }];
  });
}

function fillQuote({ words, ...quote }, { payload, open }) {
  const text = open.wordsOf(words);
  const source = payload.quotes[words.quote]?.source;
  return text === null ? null : { ...quote, shown: text, source: linkTo(payload, source) };
}

function linkTo({ sources }, source) {
  const { kind, id, at } = sources[source];
  return { kind, id, at };
}
