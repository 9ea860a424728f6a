import type { Card, EmptyCard, EndedCard } from '../../shared/card.ts';
import type { Instant } from '../../shared/ids.ts';
import type { DealFile } from '../domain/deal-file.ts';
import { stageSince } from '../domain/deal.ts';
import type { Deal } from '../domain/deal.ts';
import type { Person } from '../domain/person.ts';
import { firstName } from '../domain/person.ts';
import { moment, phrase } from '../domain/phrase.ts';
import { walkJourney } from '../journey/stage-history.ts';
import { FIRST_RULES } from '../journey/stage-rules.ts';
import { withoutRefuted } from '../persona/slot-verdicts.ts';
import { CELL_QUESTIONS } from '../persona/thoughts.ts';
import { citeCard } from './cite-card.ts';
import { lineConcerns } from './concern-lines.ts';
import { sumCoverage } from './coverage.ts';
import { desiredOutcome } from './brief.ts';
import { focusOf } from './focus-chip.ts';
import type { DealView } from './insight-card.ts';
import { stageChip, writeInsight } from './insight-card.ts';
import type { PersonView } from './person-view.ts';
import { viewPersons } from './person-view.ts';
import type { CardRow, FocusFacts } from './port.ts';

/** One row, one card, for each person of the file: all a pure function of what is stored and the present moment. */
export function buildCards(file: DealFile, now: Instant): readonly CardRow[] {
  const allowed = withoutRefuted(withoutSilent(file));
  const deal: DealView = {
    file: allowed,
    journey: walkJourney(allowed, FIRST_RULES, now),
    views: viewPersons(allowed, now),
    now,
  };
  return file.persons.map((person) => {
    const view = deal.views.find((each) => each.person.id === person.id);
    return view === undefined ? silentRow(deal, person) : spokenRow(deal, view);
  });
}

/** Nothing of or about a person who must not be analysed enters any fold; of such a deal, nothing at all. */
function withoutSilent(file: DealFile): DealFile {
  if (file.deal?.doNotAnalyse === true)
    return { ...file, persons: [], evidence: [], statements: [], activities: [] };
  const silent = new Set(file.persons.filter((each) => each.doNotAnalyse).map((each) => each.id));
  const may = (id: string | null): boolean => id === null || !silent.has(id);
  return {
    ...file,
    persons: file.persons.filter((each) => !each.doNotAnalyse),
    evidence: file.evidence.filter((each) => may(each.personId)),
    statements: file.statements.filter((each) => may(each.personId)),
    activities: file.activities.filter((each) => may(each.authorPersonId)),
  };
}

function spokenRow(deal: DealView, view: PersonView): CardRow {
  const card = cardOf(deal, view);
  return {
    ...rowOf(deal, view.person),
    card,
    facts: factsOf(deal, view),
    cited: card.kind === 'empty' ? [] : citeCard(deal, view, card),
  };
}

function cardOf(
  deal: DealView,
  view: PersonView,
): EmptyCard | EndedCard | ReturnType<typeof writeInsight> {
  const { file } = deal;
  if (file.deal?.outcome === 'lost') return endedCard(deal, view, file.deal);
  const wish = desiredOutcome(file, view.person.id);
  if (view.beliefs.length === 0 && view.open.length === 0 && wish === null)
    return emptyCard(deal, view);
  return writeInsight(deal, view);
}

function endedCard({ file, now }: DealView, view: PersonView, ended: Deal): EndedCard {
  const left = lineConcerns(file, view.open);
  const endedAt = stageSince(ended);
  return {
    kind: 'ended',
    focus: focusOf(file, view),
    headline: phrase(
      'This deal ended ',
      moment(endedAt, 'ago'),
      '. ',
      leftSentence(left.length, firstName(view.person)),
    ),
    crmStage: ended.stageLabel,
    endedAt,
    updatedAt: now,
    leftOpen: [...left],
    coverage: sumCoverage(file, now),
  };
}

function leftSentence(count: number, name: string): string {
  if (count === 0) return `Nothing that ${name} raised was left open.`;
  return count === 1
    ? `One point that ${name} raised was left open.`
    : `${count} points that ${name} raised were left open.`;
}

function emptyCard(deal: DealView, view: PersonView): EmptyCard {
  const { file, journey, now } = deal;
  const name = firstName(view.person);
  const heard = view.lastWroteAt;
  return {
    kind: 'empty',
    focus: focusOf(file, view),
    text:
      heard === null
        ? [`Not enough to go on: ${name} has not written to us in this deal yet.`]
        : phrase(
            `Not enough to go on: ${name} wrote `,
            moment(heard, 'ago'),
            ' and named no need we could rely on.',
          ),
    ask: [
      `Ask ${name}: “${journey.current?.stage === 'retention' ? CELL_QUESTIONS.feels : CELL_QUESTIONS.pains}”`,
    ],
    stage: stageChip(deal),
    coverage: sumCoverage(file, now),
  };
}

/** What stands where nobody may be spoken of. */
export const SILENT_CARD: Card = {
  kind: 'do_not_analyse',
  text: ['Not analysed: the CRM says so. Nothing of this person is read, kept or shown.'],
};

function silentRow(deal: DealView, person: Person): CardRow {
  return { ...rowOf(deal, person), card: SILENT_CARD, facts: silentFacts(deal.file), cited: [] };
}

function rowOf({ file, now }: DealView, person: Person) {
  const { deal } = file;
  return {
    dealId: deal?.id ?? null,
    dealName: deal?.name ?? null,
    personId: person.id,
    personName: person.name,
    builtAt: now,
  };
}

function factsOf({ file }: DealView, view: PersonView): FocusFacts {
  return {
    meetingsAt: view.ahead.map((each) => each.at),
    oldestOpenConcernAt: view.open[0]?.raisedAt ?? null,
    openConcerns: view.open.length,
    lastWroteAt: view.lastWroteAt,
    ...dealFacts(file),
  };
}

/** Of a person who must not be analysed, not even when they wrote. */
function silentFacts(file: DealFile): FocusFacts {
  const nothing = { meetingsAt: [], oldestOpenConcernAt: null, openConcerns: 0, lastWroteAt: null };
  return { ...nothing, ...dealFacts(file) };
}

function dealFacts({ deal }: DealFile) {
  if (deal === null) return { dealOutcome: null, dealClosesAt: null };
  return { dealOutcome: deal.outcome, dealClosesAt: closesAt(deal) };
}

function closesAt(deal: Deal): Instant | null {
  return deal.outcome === 'open' ? deal.closeAt : stageSince(deal);
}
