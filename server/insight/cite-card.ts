import type { EndedCard, InsightCard, SourceLink } from '../../shared/card.ts';
import type { Evidence } from '../domain/evidence.ts';
import { leadOf as leadQuote } from '../domain/lead-quote.ts';
import { desiredOutcome, writeBrief } from './brief.ts';
import type { DealView } from './insight-card.ts';
import { situationOf } from './insight-card.ts';
import type { PersonView } from './person-view.ts';
import { isSharedOnly } from './person-view.ts';
import type { CitedActivity } from './port.ts';

/** What one part of the card rests on. */
interface Resting {
  readonly part: string;
  readonly on: readonly Pick<Evidence, 'activityKind' | 'activityId'>[];
}

/** Which activities each part of the card rests on, so that a viewer sees only what they may open. */
export function citeCard(
  deal: DealView,
  view: PersonView,
  card: InsightCard | EndedCard,
): readonly CitedActivity[] {
  const quotes = { part: 'quotes', on: linkedOn(card) };
  if (card.kind === 'ended') return gatherCited([quotes]);
  return gatherCited([
    quotes,
    ...leadParts(deal, view),
    ...stepParts(deal, view, card),
    ...briefParts(deal, view, card),
    ...claimParts(view),
    ...groupParts(deal),
  ]);
}

/** Everything on the card that carries its own link. */
function linkedOn(card: InsightCard | EndedCard): Resting['on'] {
  if (card.kind === 'ended') return card.leftOpen.map((each) => asActivity(each.quote.source));
  const sources = [
    ...card.drivers.flatMap((claim) => claim.quotes.map((quote) => quote.source)),
    ...card.concerns.map((concern) => concern.quote.source),
    ...[...card.map, ...card.persona].flatMap(({ entries }) =>
      entries.map((entry) => entry.source),
    ),
  ];
  return sources.filter((source) => source !== null).map(asActivity);
}

function asActivity({ kind, id }: SourceLink): Resting['on'][number] {
  return { activityKind: kind, activityId: id };
}

function raisedOf(view: PersonView): readonly Evidence[] {
  return view.open.flatMap((each) => each.raised);
}

function leadOf(view: PersonView): readonly Evidence[] {
  const lead = view.beliefs.find((belief) => !isSharedOnly(belief));
  const raised = view.open.find((each) => each.driver === lead?.driver);
  const quote = lead === undefined ? undefined : leadQuote(lead);
  return [...(quote === undefined ? [] : [quote]), ...(raised?.raised ?? [])];
}

function leadParts(deal: DealView, view: PersonView): readonly Resting[] {
  return [
    { part: 'headline', on: headlineRests(deal, view) },
    { part: 'prompts', on: leadOf(view) },
  ];
}

function headlineRests({ file }: DealView, view: PersonView): Resting['on'] {
  const on = leadOf(view);
  const wish = desiredOutcome(file, view.person.id);
  return on.length === 0 && wish !== null ? [wish] : on;
}

/** A step's id names its play, and the play its driver. */
function stepParts(deal: DealView, view: PersonView, card: InsightCard): readonly Resting[] {
  const steps = [card.nextStep, ...card.alternatives].filter((each) => each !== null);
  return steps.map(({ id }) => ({
    part: `step ${id}`,
    on: behindStep(id.startsWith('wait.asked') ? askerOf(deal, id) : view, id),
  }));
}

/** Who asked for room may be a colleague: the step's id names them. */
function askerOf({ views }: DealView, id: string): PersonView | undefined {
  return views.find(({ person }) => id.endsWith(`:${person.id}`));
}

function behindStep(view: PersonView | undefined, id: string): readonly Evidence[] {
  if (view === undefined) return [];
  const { beliefs, concerns } = view;
  if (id.startsWith('check-in.')) return concerns.flatMap((each) => each.raised.slice(0, 1));
  const asked = id.startsWith('wait.asked');
  return beliefs
    .filter(({ driver }) => id.includes(`.${driver}.`) || (asked && driver === 'control'))
    .flatMap((belief) => belief.support);
}

function briefParts(deal: DealView, view: PersonView, card: InsightCard): readonly Resting[] {
  const wish = desiredOutcome(deal.file, view.person.id);
  const lead = leadOf(view);
  const on = {
    who: [],
    mind: headlineRests(deal, view),
    wants: wish === null ? [] : [wish],
    open: raisedOf(view),
    start: lead,
    ask: lead,
    avoid: lead,
  };
  return writeBrief(situationOf(deal, view), card).map(({ part }, index) => ({
    part: `brief ${index}`,
    on: on[part],
  }));
}

function claimParts(view: PersonView): readonly Resting[] {
  return view.beliefs.map(({ driver, against }) => ({
    part: `against ${driver}`,
    on: against.slice(0, 1),
  }));
}

/** The People tab and the hand-over speak of everyone. */
function groupParts({ views }: DealView): readonly Resting[] {
  const members = views.flatMap(({ person, beliefs }) =>
    beliefs.map(({ driver, support }) => ({
      part: `member ${person.id} ${driver}`,
      on: support.slice(0, 1),
    })),
  );
  const everyone = members.flatMap((each) => each.on);
  return [
    ...members,
    { part: 'group', on: everyone },
    { part: 'hand_over', on: views.flatMap(raisedOf) },
  ];
}

/** Each activity once, with every part that rests on it. */
function gatherCited(resting: readonly Resting[]): readonly CitedActivity[] {
  const links = resting.flatMap(({ part, on }) =>
    on.map((each) => ({ kind: each.activityKind, id: each.activityId, part })),
  );
  return [...Map.groupBy(links, ({ kind, id }) => `${kind} ${id}`).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return [
      { kind: first.kind, id: first.id, parts: [...new Set(group.map((each) => each.part))] },
    ];
  });
}
