import { describeCondition, describeNeed } from './describe';
import { presentEntry } from './presentQuote';
import { CELL_WORDS, ROLE_WORDS, STAGE_ORDER, STAGE_WORDS } from './words';

/** What the footer unfolds. */
export function presentPanels(card, say) {
  return {
    brief: card.brief.sentences.map((sentence, place) => ({
      key: place,
      text: say.phrase(sentence),
    })),
    why: card.why && presentWhy(card.why),
    map: card.map.map((cell) => presentCell(cell, say)),
    questions: card.persona.map((slot) => presentSlot(slot, say)),
    journey: presentJourney(card, say),
    people: card.people.map((member) => presentMember(member, say)),
    groupNotes: card.groupNotes.map((note, place) => ({ key: place, text: say.phrase(note) })),
    coverage: presentCoverage(card.coverage, say),
    person: { id: card.focus.person.id, label: `Do not analyse ${card.focus.person.name}` },
  };
}

function presentWhy({ rule, conditions, wouldMove, focus }) {
  return {
    rule,
    conditions: conditions.map((condition, key) => ({
      key,
      text: describeCondition(condition),
    })),
    wouldMove: wouldMove.map((text, key) => ({ key, text })),
    focus,
  };
}

function presentCell({ cell, entries }, say) {
  return { key: cell, label: CELL_WORDS[cell], ...presentEntries(cell, entries, say) };
}

function presentSlot({ slot, question, entries }, say) {
  return { key: slot, label: question, ...presentEntries(slot, entries, say) };
}

function presentEntries(key, entries, say) {
  const lines = entries.map((entry, place) => ({
    key: `${key}-${place}`,
    ...presentEntry(entry, say),
  }));
  return { entries: lines, isEmpty: lines.length === 0 };
}

/** Where the buyer stands, and how they came there. */
function presentJourney({ journey, stage }, say) {
  return {
    current: stage.stage,
    steps: STAGE_ORDER.map((value) => ({ value, label: STAGE_WORDS[value] })),
    points: journey.map(({ stage: reached, from }, key) => ({
      key,
      text: `${STAGE_WORDS[reached]} since ${say.day(from)} (${say.ago(from)})`,
    })),
    isEmpty: journey.length === 0,
  };
}

function presentMember({ person, drivers, lastHeardAt }, say) {
  const who = [person.title, person.role && ROLE_WORDS[person.role]].filter(Boolean).join(', ');
  const heard = lastHeardAt === null ? 'not heard from yet' : `last heard ${say.ago(lastHeardAt)}`;
  return {
    id: person.id,
    name: person.name,
    who: [who, heard].filter(Boolean).join(' · '),
    needs: drivers.map((need) => ({
      key: `${need.driver}-${need.pole}`,
      text: describeNeed(need),
    })),
  };
}

function presentCoverage({ sentence, syncedAt }, say) {
  const read =
    syncedAt === null ? 'Not read completely so far.' : `Read completely ${say.ago(syncedAt)}.`;
  return { sentence, read };
}
