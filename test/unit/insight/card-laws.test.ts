import { describe, expect, it } from '@jest/globals';
import type { InsightCard, Phrase } from '../../../shared/card.ts';
import { Card } from '../../../shared/card.ts';
import type { DealFile } from '../../../server/domain/deal-file.ts';
import { fixedWords } from '../../../server/domain/phrase.ts';
import { buildCards } from '../../../server/insight/build-cards.ts';
import { findBreach } from '../../../server/playbook/ethics-floor.ts';
import { renderPhrase } from '../../support/cards/render-phrase.ts';
import { countFirstWords } from '../../support/cards/count-first-words.ts';
import { printCard } from '../../support/cards/print-card.ts';
import { TRUTH_NOW, readTruthFiles } from '../../support/cards/truth-file.ts';

/** What every card must keep, held over the sandbox's stories as their authors would read them. */
const reader = { now: TRUTH_NOW, timeZone: 'Europe/London' };
const say = (text: Phrase): string => renderPhrase(text, reader);
const stories = readTruthFiles().map(({ id, file }) => ({
  id,
  file,
  rows: buildCards(file, TRUTH_NOW),
}));
const cards = stories.flatMap(({ id, file, rows }) =>
  rows.flatMap(({ card, personName }) =>
    card.kind === 'insight' ? [{ id, file, personName, card }] : [],
  ),
);

function phrasesOf(card: InsightCard): readonly Phrase[] {
  const steps = [card.nextStep, ...card.alternatives].filter((each) => each !== null);
  const prompts = Object.values(card.prompts).filter((each) => each !== null);
  return [
    card.headline,
    ...card.notices.map(({ text }) => text),
    ...steps.flatMap(({ title, reason }) => [title, reason]),
    ...card.drivers.flatMap(({ sentence, against }) => [sentence, against ?? []]),
    ...card.concerns.map(({ text }) => text),
    ...prompts.map(({ text }) => text),
    ...card.brief.sentences,
    ...card.groupNotes,
  ];
}

describe('every card of the stories', () => {
  it('is a valid card', () => {
    for (const { rows } of stories)
      for (const { card } of rows) expect(Card.parse(card)).toEqual(card);
    expect(cards.length).toBeGreaterThan(40);
  });

  it('has a headline of at most 140 characters', () => {
    const long = cards
      .map(({ card }) => say(card.headline))
      .filter((headline) => headline.length > 140);
    expect(long).toEqual([]);
  });

  it('gives each step a reason of at most 110 characters', () => {
    const steps = cards
      .flatMap(({ card }) => [card.nextStep, ...card.alternatives])
      .filter((each) => each !== null);
    expect(steps.map(({ reason }) => say(reason)).filter((reason) => reason.length > 110)).toEqual(
      [],
    );
  });

  it('shows at most 120 words before anything is unfolded', () => {
    const counts = cards.map(({ id, card }) => [id, countFirstWords(card, reader)] as const);
    expect(counts.filter(([, count]) => count > 120)).toEqual([]);
  });

  it('has a brief of at most 150 words', () => {
    const counts = cards.map(
      ({ card }) => card.brief.sentences.map(say).join(' ').split(/\s+/).length,
    );
    expect(Math.max(...counts)).toBeLessThanOrEqual(150);
  });

  it('passes the ethics floor in every sentence of ours', () => {
    const breaches = cards.flatMap(({ id, card }) =>
      phrasesOf(card).flatMap((text) => {
        const breach = findBreach(fixedWords(text));
        return breach === null ? [] : [{ id, breach, text: fixedWords(text) }];
      }),
    );
    expect(breaches).toEqual([]);
  });

  it('quotes only what somebody of the buyer’s side said, exactly', () => {
    for (const { card, file } of cards) {
      const known = new Set(file.evidence.map(({ shown }) => shown));
      const quotes = [
        ...card.drivers.flatMap((claim) => claim.quotes),
        ...card.concerns.map(({ quote }) => quote),
      ];
      expect(quotes.filter(({ shown }) => !known.has(shown))).toEqual([]);
    }
  });

  it('cites every activity that any of its links points to', () => {
    for (const { rows } of stories) {
      for (const { card, cited } of rows) {
        const ids = new Set(cited.map(({ id }) => id));
        const links = [
          ...JSON.stringify(card).matchAll(/"source":\{"kind":"\w+","id":"(\w+)"/g),
        ].map((match) => match[1] ?? '');
        expect(links.filter((id) => !ids.has(id))).toEqual([]);
      }
    }
  });

  it('does not read like the same form: ten cards, ten ways', () => {
    const ten = cards
      .slice(0, 10)
      .map(({ card }) => [card.prompts.feel, card.prompts.avoid].map((line) => line?.id).join(' '));
    expect(new Set(ten).size).toBeGreaterThanOrEqual(8);
  });
});

describe('a whole card, read aloud', () => {
  const aloud = (id: string, person: string): string => {
    const found = cards.find((each) => each.id === id && each.personName === person);
    if (found === undefined) throw new Error(`${id} has no card of ${person}.`);
    return printCard(found.card, reader);
  };

  it('says what Morag asked twice, and the one thing that would help before the board', () => {
    const text = aloud('skerryvane-workorders', 'Morag Dalgleish');
    expect(text).toMatch(/^# Morag.* twice: “what happens to a half-finished card when the boat/);
    expect(text).toMatch(
      /NEXT \[email\] .*, before tomorrow’s meeting — Raised twice, open 38 days: /,
    );
    expect(text).toContain('feels: may feel unsure [inferred]');
    expect(text).toContain('Eilidh McCorquodale (security): safety met said');
  });

  it('reads good news as good news', () => {
    const text = aloud('nkwazi-dispatch', 'Thandeka Mabuza');
    expect(text).toMatch(
      /^# Thandeka wrote: “I'd love to bring the modernisation crews onto the same board”\./,
    );
    expect(text).toMatch(/NEXT \[task\] Prepare the next step Thandeka has in mind/);
  });

  it('does nothing yet where the buyer asked for room', () => {
    expect(aloud('quintela-fees', 'Teresa Quintela')).toMatch(
      /NEXT \[none\] Do nothing until .*, unless Teresa writes first/,
    );
  });
});

describe('same words, same result', () => {
  const renamed = (file: DealFile, name: string): DealFile => ({
    ...file,
    persons: file.persons.map((person) => ({ ...person, name })),
  });

  it('whoever says them: a name changes the name and nothing else', () => {
    for (const { file } of stories) {
      const readings = (name: string) =>
        buildCards(renamed(file, name), TRUTH_NOW).map(({ card, facts }) => ({
          facts,
          drivers:
            card.kind === 'insight'
              ? card.drivers.map(({ driver, pole, word }) => [driver, pole, word])
              : [],
          step: card.kind === 'insight' ? card.nextStep?.id : null,
        }));
      expect(readings('Maria Duran')).toEqual(readings('Hakon Berg'));
      expect(readings('Chase Force')).toEqual(readings('Hakon Berg'));
    }
  });
});
