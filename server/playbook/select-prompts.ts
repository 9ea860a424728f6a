import type { InsightCard, PromptLine } from '../../shared/card.ts';
import type { Belief } from '../domain/belief.ts';
import { chooseBySeed } from './choose.ts';
import { fillTemplate } from './fill-template.ts';
import { PROMPT_BOOKS } from './prompts/prompt-books.ts';
import type { PromptLineKind } from './prompts/prompt-book.ts';
import type { Situation } from './situation.ts';
import { factsOf, isFit } from './situation.ts';

/** One line of each kind on the belief that matters most; a line without a fact of this deal is not shown. */
export function selectPrompts(situation: Situation, belief: Belief): InsightCard['prompts'] {
  const line = (kind: PromptLineKind): PromptLine | null => selectLine(situation, belief, kind);
  return {
    understand: line('understand'),
    feel: line('feel'),
    act: line('act'),
    avoid: line('avoid'),
  };
}

function selectLine(situation: Situation, belief: Belief, kind: PromptLineKind): PromptLine | null {
  const { driver, pole } = belief;
  const facts = factsOf(situation, belief);
  const lines = PROMPT_BOOKS[driver][pole][kind].flatMap((template, index) => {
    const text = fillTemplate(template, facts);
    if (text === null || !isFit(situation, text)) return [];
    return [{ id: `${driver}.${pole}.${kind}.${index + 1}`, text }];
  });
  return chooseBySeed(
    lines,
    `${situation.person.name} ${situation.file.deal?.name ?? ''} ${driver} ${kind}`,
  );
}
