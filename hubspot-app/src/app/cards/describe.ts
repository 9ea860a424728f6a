import type { DriverClaim, GroupMember, PersonChip, Quote, StageChip } from './card-contract.ts';
import {
  CONFIDENCE_WORDS,
  DRIVER_WORDS,
  POLE_WORDS,
  ROLE_WORDS,
  STAGE_WORDS,
  STATUS_WORDS,
} from './words.ts';

/** "Dana Whitlock · champion": the role where it is known, else the title. */
export function describePerson({ name, title, role }: PersonChip): string {
  const what = role === null ? title : ROLE_WORDS[role];
  return what === null ? name : `${name} · ${what}`;
}

/** Both sides are written out, so that a mismatch is seen without a legend. */
export function describeStage({ stage, crmStage }: StageChip): string {
  const buyer = `Buyer: ${stage === null ? 'not clear yet' : STAGE_WORDS[stage]}`;
  return crmStage === null ? buyer : `${buyer} · CRM: ${crmStage}`;
}

type Need = Pick<DriverClaim, 'driver' | 'pole' | 'word'> | GroupMember['drivers'][number];

/** One line of the sidebar, in characters. */
const LINE = 34;

/** The same for a chip or selector: a title that does not fit is left out, not cut; it stands under People. */
export function labelPerson(person: PersonChip): string {
  const whole = describePerson(person);
  return clip(whole.length > LINE && person.role === null ? person.name : whole);
}

/** What leaves room for "updated 12 min ago" on the same line, in characters. */
const BESIDE = 20;

/** The role is left out where it would push the age of the card onto a line of its own; it stands under People. */
export function labelBeside(person: PersonChip): string {
  const whole = describePerson(person);
  return clip(whole.length > BESIDE ? person.name : whole);
}

/** "Certainty at stake · Said": need, pole and how sure we are, readable while folded. */
export function describeNeed({ driver, pole, word }: Need): string {
  return `${DRIVER_WORDS[driver]} ${POLE_WORDS[pole]} · ${CONFIDENCE_WORDS[word]}`;
}

/** "Dana Whitlock, noted by Priya Raman, not word for word": whose words, and how we know where that is not plain. */
export function describeAuthor({ author, status, shared }: Quote): string {
  const how = status === 'said' ? [] : [STATUS_WORDS[status]];
  return [author, ...how, ...(shared ? ['not tied to one deal'] : [])].join(', ');
}

/** HubSpot's tags and buttons do not wrap in the sidebar: cut between words; the full words are in the panels. */
export function clip(text: string, longest = 44): string {
  if (text.length <= longest) return text;
  const kept = text.slice(0, longest);
  const between = kept.lastIndexOf(' ');
  return `${between > 0 ? kept.slice(0, between) : kept.slice(0, -1)}…`;
}

/** Characters of a quote that can be taken in at a glance. */
const GLANCE = 110;
/** Fewer are no sentence that could stand for the whole, in characters. */
const LEAST_SENTENCE = 20;

/** A long quote by the sentence that comes to the point, the last question or the last one, never cut within it. */
export function atAGlance(shown: string): string {
  if (shown.length <= GLANCE) return shown;
  const sentences = shown.split(/(?<=[.?!…])\s+(?=\p{Lu})/u);
  const fitting = sentences.filter(({ length }) => length >= LEAST_SENTENCE && length <= GLANCE);
  const point = fitting.filter((each) => each.endsWith('?')).at(-1) ?? fitting.at(-1);
  if (point === undefined) return shown;
  const before = point === sentences[0] ? '' : '… ';
  return `${before}${point}${point === sentences.at(-1) ? '' : ' …'}`;
}

/** "PR" of "Priya Raman"; whom we cannot name is a colleague. */
export function initialsOf(name: string | null): string {
  const initials = (name ?? '').split(/\s+/).map((word) => word.slice(0, 1).toUpperCase());
  return initials.join('') || 'a colleague';
}
