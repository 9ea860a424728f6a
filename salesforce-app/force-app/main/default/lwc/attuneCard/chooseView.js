/**
 * Which of a payload's views the card shows: the viewer's choice while it is open, else the one that holds at this
 * moment, else the first open one. A closed view is null. Returns `{ place, view, because }`, or null when all are closed.
 */
export function chooseView({ views, focus = [] }, { choice, now }) {
  const chosen = choice === null ? undefined : views[Number(choice)];
  if (chosen) return { place: Number(choice), view: chosen, because: CHOSEN };
  const held = focus.filter(
    ({ from, view }, index) => views[view] && (index === 0 || Date.parse(from) <= now.getTime()),
  );
  const current = held.at(-1);
  if (current) return { place: current.view, view: views[current.view], because: current.because };
  const place = views.findIndex(Boolean);
  return place < 0 ? null : { place, view: views[place], because: OTHERS_CLOSED };
}

/** Those that can be chosen; none where there is no choice. */
export function listChoices(views, place) {
  const open = views.flatMap((view, index) =>
    view ? [{ key: String(index), label: view.label, chosen: index === place }] : [],
  );
  return open.length < 2 ? [] : open;
}

const CHOSEN = 'was chosen in the selector';
const OTHERS_CLOSED = 'is the one that you can open';
