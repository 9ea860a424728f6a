import {
  atAGlance,
  describeAuthor,
  describeNeed,
  describeStage,
  labelPerson,
} from '../../../hubspot-app/src/app/cards/describe.ts';
import type { InsightCard, Phrase } from '../../../shared/card.ts';
import { type Reader, renderPhrase } from './render-phrase.ts';

type Say = (text: Phrase) => string;

/** Words that stand on the card before anything is unfolded, in the order of `InsightView.tsx`. */
export function countFirstWords(card: InsightCard, reader: Reader): number {
  const say: Say = (text) => renderPhrase(text, reader);
  const texts = [
    say(card.headline),
    labelPerson(card.focus.person),
    describeStage(card.stage),
    say(['updated ', { at: card.updatedAt, as: 'ago' }]),
    ...card.notices.map(({ text }) => `New to you: ${say(text)}`),
    ...stepWords(card, say),
    say(card.focus.waiting ?? []),
    ...claimWords(card, say),
    ...concernWords(card, say),
    'What helps',
    'Brief Why More',
  ];
  return texts
    .join(' ')
    .split(/\s+/)
    .filter((word) => /\w/.test(word)).length;
}

function stepWords({ nextStep, alternatives }: InsightCard, say: Say): readonly string[] {
  if (nextStep === null) return [];
  const button = nextStep.action === 'none' ? '' : 'Write the mail';
  const others = alternatives.length > 0 ? 'Other ways' : '';
  return ['Next step', say(nextStep.title), say(nextStep.reason), button, others];
}

/** Of the first need its quote; the other needs are folded. */
function claimWords({ drivers }: InsightCard, say: Say): readonly string[] {
  const [first] = drivers;
  const [quote] = first?.quotes ?? [];
  if (first === undefined || quote === undefined) return [];
  const glance = atAGlance(quote.shown);
  return [
    'On their mind',
    ...drivers.map(describeNeed),
    glance,
    glance === quote.shown ? '' : 'In full',
    describeAuthor(quote),
    say([`${quote.source.kind}, `, { at: quote.source.at, as: 'ago' }]),
    first.against === null ? '' : 'What speaks against it',
    'Right Not right',
  ];
}

function concernWords({ concerns, moreConcerns }: InsightCard, say: Say): readonly string[] {
  const [oldest] = concerns;
  if (oldest === undefined) return [];
  const count = concerns.length + moreConcerns;
  return [say([`Still open: ${count}, oldest `, { at: oldest.raisedAt, as: 'age' }])];
}
