import { atAGlance, describeAuthor, describeTimesRaised } from './describe';
import { renderDate } from './renderMoment';
import { ACTIVITY_WORDS, ENTRY_WORDS } from './words';

/** Words, at first those of them that can be read at a glance, whose they are, how we know, and where they stand. */
export function presentQuote(quote, say) {
  const glance = atAGlance(quote.shown);
  return {
    id: quote.evidenceId,
    glance: inMarks({ ...quote, shown: glance }),
    whole: glance === quote.shown ? null : inMarks(quote),
    author: describeAuthor(quote),
    source: say.source(quote.source),
  };
}

export function presentConcern({ id, text, raisedAt, timesRaised, quote }, say) {
  return {
    id,
    text: say.phrase(text),
    age: `${say.age(raisedAt)}${describeTimesRaised(timesRaised)}`,
    quote: presentQuote(quote, say),
  };
}

/** What is known, how, and from where. */
export function presentEntry({ text, status, source }, say) {
  return {
    text: say.phrase(text),
    status: ENTRY_WORDS[status],
    source: source && say.source(source),
    isRoleDefault: status === 'role_default',
  };
}

/** "mail, 5 days ago", and the record to open. */
export function presentSource({ kind, id, at }, viewpoint) {
  return { recordId: id, label: `${ACTIVITY_WORDS[kind]}, ${renderDate(at, viewpoint)}` };
}

/** Only words stand in quotation marks; a behaviour does not. */
function inMarks({ shown, status }) {
  return status === 'observed' ? shown : `“${shown}”`;
}
