import { describeNeed, describePerson, describeStage, labelPerson } from './describe';
import { presentConcern, presentQuote, presentSource } from './presentQuote';
import { presentPanels } from './presentPanels';
import { renderMoment, renderPhrase } from './renderMoment';

/**
 * A card of shared/card.ts as the words and marks that templates print: `{ now, timeZone, chooses }`, where `chooses` is
 * "person" on an opportunity and "deal" elsewhere. No template has to think.
 */
export function presentCard(card, viewpoint) {
  const say = sayFor(viewpoint);
  return { kind: card.kind, ...PRESENTERS[card.kind](card, say, viewpoint) };
}

function sayFor(viewpoint) {
  return {
    phrase: (phrase) => renderPhrase(phrase, viewpoint),
    ago: (at) => renderMoment({ at, as: 'ago' }, viewpoint),
    age: (at) => renderMoment({ at, as: 'age' }, viewpoint),
    day: (at) => renderMoment({ at, as: 'day' }, viewpoint),
    source: (source) => presentSource(source, viewpoint),
    until: (at) => sayFor({ ...viewpoint, now: new Date(at) }),
  };
}

const PRESENTERS = {
  insight: presentInsight,
  ended: presentEnded,
  empty: presentEmpty,
  do_not_analyse: (card, say) => state('Not analysed', say.phrase(card.text)),
  no_permission: (card, say) => state('Not open to you', say.phrase(card.text)),
  unknown_record: () =>
    state('Not read yet', 'Attune reads a new record at its next change, or tonight.'),
  newer: () =>
    state(
      'A newer version is needed',
      'Attune wrote this card for a newer version of its package. An admin can update it.',
    ),
};

function state(title, text) {
  return { title, text };
}

function presentInsight(card, say, viewpoint) {
  const [first, ...others] = [card.nextStep, ...card.alternatives].filter(Boolean);
  return {
    heading: presentHeading(card, say, viewpoint),
    step: first ? presentStep(first, say) : null,
    otherSteps: others.map((step) => presentStep(step, say)),
    waiting: card.focus.waiting && say.phrase(card.focus.waiting),
    minds: card.drivers.map((claim, place) => presentClaim(claim, place, say)),
    concerns: presentConcerns(card, say),
    prompts: presentPrompts(card.prompts, say),
    panels: presentPanels(card, say),
    focus: { personId: card.focus.person.id, dealId: card.focus.deal?.id ?? null },
  };
}

function presentHeading({ headline, focus, stage, updatedAt, notices }, say, { chooses }) {
  const choosesPerson = focus.choices.length > 1 && chooses === 'person';
  return {
    headline: say.phrase(headline),
    person: choosesPerson ? null : labelPerson(focus.person),
    stage: describeStage(stage),
    isMismatch: stage.mismatch,
    updated: `updated ${say.ago(updatedAt)}`,
    choice: presentChoice(focus, choosesPerson),
    notices: presentNotices(notices, say),
  };
}

/** "Dana Whitlock · champion" or "In: Platform migration"; nothing where there is no choice. */
function presentChoice({ choices, person }, choosesPerson) {
  if (choices.length < 2) return null;
  const chosen = choices.find((choice) => choice.chosen);
  return {
    label: choosesPerson ? describePerson(person) : `In: ${chosen?.label ?? 'another deal'}`,
    name: choosesPerson ? 'Choose another person' : 'Choose another deal',
    items: choices,
  };
}

const NOTICE_TITLES = {
  partial: 'Partly read',
  old_sources: 'Quiet',
  old_reading: 'Not read lately',
  hand_over: 'New to you',
};

function presentNotices(notices, say) {
  return notices.map(({ kind, text }, place) => ({
    key: `${kind}-${place}`,
    title: `${NOTICE_TITLES[kind]}:`,
    text: say.phrase(text),
  }));
}

function presentStep({ id, title, reason, action }, say) {
  const text = { title: say.phrase(title), reason: say.phrase(reason) };
  return { id, ...text, isDoable: action !== 'none' };
}

/** The first need is the headline's, which has said in a sentence what its quote shows. */
function presentClaim(claim, place, say) {
  return {
    key: claim.driver,
    label: describeNeed(claim),
    sentence: place === 0 ? null : say.phrase(claim.sentence),
    quotes: claim.quotes.slice(0, 1).map((quote) => presentQuote(quote, say)),
    against: claim.against && say.phrase(claim.against),
  };
}

/** How many and how old is told while folded; the two oldest inside. */
function presentConcerns({ concerns, moreConcerns }, say) {
  if (concerns.length === 0) return null;
  const count = concerns.length + moreConcerns;
  const age = say.age(concerns[0].raisedAt);
  return {
    title: `Still open: ${count}, ${count > 1 ? 'oldest ' : 'for '}${age}`,
    lines: concerns.map((concern) => presentConcern(concern, say)),
    more: moreConcerns > 0 ? `+ ${moreConcerns} more` : null,
  };
}

const PROMPT_LABELS = [
  ['understand', 'Understand'],
  ['feel', 'Feel'],
  ['act', 'Do'],
];

function presentPrompts(prompts, say) {
  const lines = PROMPT_LABELS.filter(([kind]) => prompts[kind]).map(([kind, label]) => ({
    id: prompts[kind].id,
    label,
    text: say.phrase(prompts[kind].text),
  }));
  const avoid = prompts.avoid && say.phrase(prompts.avoid.text);
  return lines.length === 0 && !avoid ? null : { lines, avoid };
}

function presentEnded(card, say, { chooses }) {
  const { focus } = card;
  const choosesPerson = focus.choices.length > 1 && chooses === 'person';
  const then = say.until(card.endedAt);
  return {
    heading: {
      headline: say.phrase(card.headline),
      person: choosesPerson ? null : labelPerson(focus.person),
      stage: `${card.crmStage} ${say.day(card.endedAt)}`,
      choice: presentChoice(focus, choosesPerson),
      notices: presentNotices(card.notices, say),
    },
    leftOpen: card.leftOpen.map((concern) => ({
      ...presentConcern(concern, then),
      age: `open for ${presentConcern(concern, then).age}`,
      quote: presentQuote(concern.quote, say),
    })),
    coverage: card.coverage.sentence,
  };
}

function presentEmpty(card, say, { chooses }) {
  const choosesPerson = card.focus.choices.length > 1 && chooses === 'person';
  return {
    ...state('Not enough to go on yet', say.phrase(card.text)),
    stage: card.stage && describeStage(card.stage),
    ask: card.ask && say.phrase(card.ask),
    notices: presentNotices(card.notices, say),
    choice: presentChoice(card.focus, choosesPerson),
    coverage: card.coverage?.sentence ?? null,
  };
}
