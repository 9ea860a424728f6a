import { fillClaims, fillConcerns, fillEntries } from './fillClaims';
import { fillPhrase, fillPhrases } from './fillWords';
import { CELL_QUESTIONS } from './words';

const HIDDEN_HEADLINE = ['What is on their mind here rests on words that you cannot open.'];
const NO_PROMPTS = { understand: null, feel: null, act: null, avoid: null };

/** A view without anything that rests on hidden sources: the rule of the server's insight/view/without-sources.ts. */
export function composeInsight({
  view,
  payload,
  reading,
  open,
  focus,
  notices,
  because,
  isHiding,
}) {
  const { steps, ...card } = view.card;
  const shows = showing(view.rests, open);
  const parts = { payload, open, shows, isHiding };
  const headline = shows('headline') ? fillPhrase(card.headline, open) : null;
  const [nextStep = null, ...alternatives] = fillSteps(steps, parts);
  return {
    ...card,
    focus,
    headline: headline ?? HIDDEN_HEADLINE,
    isHeadlineHidden: headline === null,
    updatedAt: reading.generatedAt,
    notices: [...fillNotices(card.notices, parts), ...notices],
    nextStep,
    alternatives,
    drivers: fillClaims(card.drivers, parts),
    concerns: fillConcerns(card.concerns, parts),
    prompts: shows('prompts') ? fillPrompts(card.prompts, open) : NO_PROMPTS,
    brief: { sentences: fillBrief(card.brief, parts) },
    why: card.why && { ...card.why, focus: `${view.label} ${because}.` },
    map: card.map.map((cell) => fillCell(cell, parts)),
    persona: card.persona.map((slot) => ({ ...slot, entries: fillEntries(slot.entries, parts) })),
    people: card.people.map((member) => fillMember(member, shows)),
    groupNotes: shows('group') ? fillPhrases(card.groupNotes, open) : [],
    coverage: { sentence: card.coverage, syncedAt: reading.syncedAt ?? null },
  };
}

/** A part is left out as soon as one of the sources it rests on is hidden. */
function showing(rests, open) {
  const hidden = new Set(
    rests.filter(({ sources }) => !sources.every(open.isOpen)).map(({ part }) => part),
  );
  return (part) => !hidden.has(part);
}

function fillSteps(steps, { open, shows }) {
  return steps.flatMap((step) => {
    const title = fillPhrase(step.title, open);
    const reason = fillPhrase(step.reason, open);
    const isShown = shows(`step ${step.id}`) && title !== null && reason !== null;
    return isShown ? [{ id: step.id, title, reason, action: step.action, draft: null }] : [];
  });
}

function fillNotices(notices, { open, shows }) {
  return notices.flatMap(({ kind, text }) => {
    const filled = kind === 'hand_over' && !shows(kind) ? null : fillPhrase(text, open);
    return filled === null ? [] : [{ kind, text: filled }];
  });
}

function fillPrompts(prompts, open) {
  const filled = Object.entries(prompts).map(([kind, line]) => {
    const text = line && fillPhrase(line.text, open);
    return [kind, text ? { id: line.id, text } : null];
  });
  return Object.fromEntries(filled);
}

function fillBrief(sentences, { open, shows }) {
  return fillPhrases(
    sentences.filter((_, index) => shows(`brief ${index}`)),
    open,
  );
}

function fillCell({ cell, entries }, parts) {
  const kept = fillEntries(entries, parts);
  const isEmptied = kept.length === 0 && parts.isHiding;
  return {
    cell,
    entries: isEmptied ? [{ text: [CELL_QUESTIONS[cell]], status: 'asked', source: null }] : kept,
  };
}

function fillMember(member, shows) {
  const isShown = ({ driver }) => shows(`member ${member.person.id} ${driver}`);
  return { ...member, drivers: member.drivers.filter(isShown) };
}
