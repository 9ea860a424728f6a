import { isPointer } from './fillWords';

/** The sources that a view rests on: those its parts name, and those its words stand in. */
export function citedSources({ card, rests = [] }, quotes) {
  const cited = new Set(rests.flatMap(({ sources }) => sources));
  collect(card, (value) => {
    if (isPointer(value)) cited.add(quotes[value.quote]?.source);
    else if (Number.isInteger(value.source)) cited.add(value.source);
  });
  return cited;
}

/** The sources of what a view shows in quotation marks. */
export function quotedSources({ card }, quotes) {
  const shownQuotes = [
    ...(card.drivers ?? []).flatMap((claim) => claim.quotes),
    ...(card.concerns ?? card.leftOpen ?? []).map(({ quote }) => quote),
  ];
  return new Set(shownQuotes.map(({ words }) => quotes[words.quote]?.source));
}

function collect(value, visit) {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) visit(value);
  Object.values(value).forEach((each) => collect(each, visit));
}
