/**
 * What the viewer answered on earlier visits about the person and deal on view, by "<kind> <subject>": the latest counts.
 * `given` is the reader's list, the latest first; a package's older reader hands out none.
 */
export function pastAnswers(given, { personId, dealId }) {
  const about = (given ?? []).filter(
    (answer) => answer.personId === personId && (answer.dealId ?? null) === dealId,
  );
  return Object.fromEntries(
    [...about].reverse().map(({ kind, subject, verdict }) => [`${kind} ${subject}`, verdict]),
  );
}
