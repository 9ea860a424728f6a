import type { Card, InsightCard, Phrase } from '../../../shared/card.ts';
import type { Reader } from './render-phrase.ts';
import { renderPhrase } from './render-phrase.ts';

/** A card as text, for reading aloud. */
export function printCard(card: Card, reader: Reader): string {
  const say = (text: Phrase | null): string => (text === null ? '' : renderPhrase(text, reader));
  if (card.kind === 'insight') return printInsight(card, say);
  if (card.kind === 'ended') {
    const left = card.leftOpen.map((each) => `  - ${say(each.text)}: “${each.quote.shown}”`);
    return [`[ended] ${card.focus.person.name}`, say(card.headline), ...left].join('\n');
  }
  if (card.kind === 'empty')
    return [`[empty] ${card.focus?.person.name ?? ''}`, say(card.text), say(card.ask)].join('\n');
  return `[${card.kind}] ${say(card.text)}`;
}

type Say = (text: Phrase | null) => string;

function printInsight(card: InsightCard, say: Say): string {
  return [...printFront(card, say), ...printPanels(card, say)].join('\n');
}

function printFront(card: InsightCard, say: Say): readonly string[] {
  const steps = [card.nextStep, ...card.alternatives].filter((each) => each !== null);
  return [
    `# ${say(card.headline)}`,
    chips(card),
    ...card.notices.map((each) => `(${each.kind}) ${say(each.text)}`),
    `waiting: ${say(card.focus.waiting)}`,
    ...steps.map((each) => `NEXT [${each.action}] ${say(each.title)} — ${say(each.reason)}`),
    ...card.drivers.map((each) => printClaim(each, say)),
    ...card.concerns.map((each) => `o ${say(each.text)}`),
    `+ ${card.moreConcerns}`,
    ...Object.entries(card.prompts).map(([kind, line]) => `${kind}: ${say(line?.text ?? null)}`),
  ];
}

function printClaim(claim: InsightCard['drivers'][number], say: Say): string {
  const { title, pole, word, sentence, quotes, against } = claim;
  const said = quotes.map(({ shown, author }) => `“${shown}” ${author}`);
  return `* ${title} · ${pole} · ${word} — ${say(sentence)} ${said[0] ?? ''} | against: ${say(against)}`;
}

function printPanels(card: InsightCard, say: Say): readonly string[] {
  return [
    `BRIEF ${card.brief.sentences.map(say).join(' ')}`,
    ...printWhy(card.why),
    ...card.map.map(({ cell, entries }) => `  ${cell}: ${entries.map(printEntry).join('; ')}`),
    ...card.persona.map(({ slot, entries }) => `  ${slot}: ${entries.map(printEntry).join('; ')}`),
    ...card.people.map(printMember),
    ...card.groupNotes.map((note) => `  ! ${say(note)}`),
    `  ${card.journey.map(({ stage, from }) => `${stage} ${from.slice(0, 10)}`).join(' > ')}`,
    `  ${card.coverage.sentence}`,
  ];
}

function printWhy(why: InsightCard['why']): readonly string[] {
  if (why === null) return [];
  const held = why.conditions.map(
    (each) => `  ${each.held ? 'yes' : 'no'}: ${each.sentence} (${each.value ?? 'unknown'})`,
  );
  return [`WHY ${why.rule} | ${why.focus}`, ...held, ...why.wouldMove.map((each) => `  > ${each}`)];
}

function printEntry({ text, status }: { readonly text: string; readonly status: string }): string {
  return `${text} [${status}]`;
}

function printMember({ person, drivers }: InsightCard['people'][number]): string {
  const needs = drivers.map((each) => `${each.driver} ${each.pole} ${each.word}`);
  return `  ${person.name} (${person.role ?? '-'}): ${needs.join(', ')}`;
}

function chips({ focus, stage }: InsightCard): string {
  const crm = stage.crmStage === null ? '' : ` · CRM: ${stage.crmStage}`;
  const role = focus.person.role ?? '';
  return `[${focus.person.name} · ${role}] Buyer: ${stage.stage ?? '-'}${crm} · ${focus.deal?.name ?? ''}`;
}
