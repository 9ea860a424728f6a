import type { InsightCard, Phrase } from '../../shared/card.ts';
import type { Stage } from '../../shared/vocabulary.ts';
import type { Concern } from '../domain/concern.ts';
import type { DealFile } from '../domain/deal-file.ts';
import type { Statement } from '../domain/activity.ts';
import { fixedWords, moment, phrase } from '../domain/phrase.ts';
import { inQuotes } from '../playbook/quote-words.ts';
import type { Situation } from '../playbook/situation.ts';
import { openWords } from './concern-lines.ts';
import { timesWord } from '../playbook/situation.ts';

const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  awareness: 'they are putting a name to the problem',
  consideration: 'they are looking at options',
  decision: 'they are choosing and will have to defend the choice',
  retention: 'they are living with it',
};

/** One sentence of the brief, named for the permission filter. */
export interface BriefLine {
  readonly part: 'who' | 'mind' | 'wants' | 'open' | 'start' | 'ask' | 'avoid';
  readonly text: Phrase;
}

/** The card read aloud: who, what is on their mind, what they want, what is open, a first sentence, one question, one thing to avoid. */
export function writeBrief(
  situation: Situation,
  { headline, prompts }: Pick<InsightCard, 'headline' | 'prompts'>,
): readonly BriefLine[] {
  const lines: readonly (readonly [BriefLine['part'], Phrase | null])[] = [
    ['who', whoIs(situation)],
    ['mind', headline],
    ['wants', isSaid(situation, headline) ? null : wants(situation)],
    ['open', stillOpen(situation)],
    ['start', labelled('To start: ', prompts.feel?.text)],
    ['ask', labelled('To ask: ', prompts.understand?.text)],
    ['avoid', labelled('To avoid: ', prompts.avoid?.text)],
  ];
  return lines.flatMap(([part, text]) => (text === null ? [] : [{ part, text }]));
}

/** A hope that the headline already quotes. */
function isSaid({ file, person }: Situation, headline: Phrase): boolean {
  const wish = desiredOutcome(file, person.id);
  return wish !== null && fixedWords(headline).includes(wish.shown);
}

function labelled(label: string, text: Phrase | undefined): Phrase | null {
  return text === undefined ? null : phrase(label, text);
}

function whoIs({ file, person, stage }: Situation): Phrase {
  const post = person.title === null ? '' : `, ${person.title}`;
  const firm = file.account === null ? '' : ` at ${file.account.name}`;
  const where = stage === null ? '' : `; ${STAGE_WORDS[stage]}`;
  return [`${person.name}${post}${firm}${where}.`];
}

function wants({ file, person }: Situation): Phrase | null {
  const wish = desiredOutcome(file, person.id);
  if (wish === null) return null;
  const whose = wish.status === 'reported' ? 'as we noted it' : 'in their words';
  const words = inQuotes(wish.shown, 140);
  return words === null ? null : [`What success would be, ${whose}: ${words}.`];
}

export function desiredOutcome(file: DealFile, personId: string): Statement | null {
  const wishes = file.statements.filter(
    (each) => each.kind === 'desired_outcome' && each.personId === personId,
  );
  return wishes.findLast(isOwnWish) ?? null;
}

/** "Rutger wants one page" is somebody else's wish; of our own notes we cannot tell. */
const SOMEBODY_WANTS =
  /^(?!(?:I|We|You|What|All|The|My|Our)\b)\p{Lu}[\p{L}’'-]+ (?:wants?|needs?|hopes?|would like)\b/u;

function isOwnWish({ status, shown }: Statement): boolean {
  return status === 'reported' || !SOMEBODY_WANTS.test(shown);
}

function stillOpen({ concerns }: Situation): Phrase {
  const open = concerns.filter((each) => each.state === 'open');
  const [first, second] = open;
  if (first === undefined) return ['Nothing they raised is open.'];
  const more = open.length > 2 ? `; ${open.length - 2} more` : '';
  const tail = second === undefined ? '.' : phrase('; ', oneOpen(second), `${more}.`);
  return phrase('Open: ', oneOpen(first), tail);
}

function oneOpen(concern: Concern): Phrase {
  const what = openWords(concern).toLowerCase();
  const count = concern.raised.length;
  const again = count > 1 ? `, raised ${timesWord(count)}` : '';
  return phrase(`${what}${again}, `, moment(concern.raisedAt, 'age'));
}
