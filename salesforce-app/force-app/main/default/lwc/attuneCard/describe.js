import {
  CONFIDENCE_WORDS,
  DRIVER_WORDS,
  POLE_WORDS,
  ROLE_WORDS,
  STAGE_WORDS,
  STATUS_WORDS,
} from './words';

/** "Dana Whitlock · champion": the role where it is known, else the title. */
export function describePerson({ name, title, role }) {
  const what = role === null ? title : ROLE_WORDS[role];
  return what === null ? name : `${name} · ${what}`;
}

/** One line of the sidebar, in characters. */
const LINE = 34;

/** The same for a chip: a title that does not fit is left out, not cut; it stands under People. */
export function labelPerson(person) {
  const whole = describePerson(person);
  return whole.length > LINE && person.role === null ? person.name : whole;
}

/** Both sides are written out, so that a mismatch is seen without a legend. */
export function describeStage({ stage, crmStage }) {
  const buyer = `Buyer: ${stage === null ? 'not clear yet' : STAGE_WORDS[stage]}`;
  return crmStage === null ? buyer : `${buyer} · CRM: ${crmStage}`;
}

/** "Certainty at stake · Said": need, pole and how sure we are, readable while folded. */
export function describeNeed({ driver, pole, word }) {
  return `${DRIVER_WORDS[driver]} ${POLE_WORDS[pole]} · ${CONFIDENCE_WORDS[word]}`;
}

/** "Dana Whitlock, noted by Priya Raman, not word for word": whose words, and how we know where that is not plain. */
export function describeAuthor({ author, status, shared }) {
  const how = status === 'said' ? [] : [STATUS_WORDS[status]];
  return [author, ...how, ...(shared ? ['not tied to one deal'] : [])].join(', ');
}

export function describeCondition({ sentence, held, value }) {
  // The sentence says it all when the value is only whether it holds.
  const found = value === null || value === 'yes' || value === 'no' ? '' : ` Here: ${value}.`;
  return `${held ? 'Holds' : 'Does not hold'}: ${sentence}${found}`;
}

export function describeTimesRaised(times) {
  if (times === 1) return '';
  return times === 2 ? ', raised twice' : `, raised ${times} times`;
}

/** Characters of a quote that can be taken in at a glance. */
const GLANCE = 110;
/** Fewer are no sentence that could stand for the whole, in characters. */
const LEAST_SENTENCE = 20;

/** A long quote by the sentence that comes to the point, the last question or the last one, never cut within it. */
export function atAGlance(shown) {
  if (shown.length <= GLANCE) return shown;
  const sentences = shown.split(/(?<=[.?!…])\s+(?=\p{Lu})/u);
  const fitting = sentences.filter(({ length }) => length >= LEAST_SENTENCE && length <= GLANCE);
  const point = fitting.filter((each) => each.endsWith('?')).at(-1) ?? fitting.at(-1);
  if (point === undefined) return shown;
  const before = point === sentences[0] ? '' : '… ';
  return `${before}${point}${point === sentences.at(-1) ? '' : ' …'}`;
}
