import type {
  GroupMember,
  InsightCard,
  NextStepLine,
  StageChip,
  WhyPanel,
} from '../../shared/card.ts';
import type { Instant } from '../../shared/ids.ts';
import { MAP_CELLS, PERSONA_SLOTS } from '../../shared/vocabulary.ts';
import type { DealFile } from '../domain/deal-file.ts';
import { SLOT_QUESTIONS } from '../domain/our-questions.ts';
import type { NextStep } from '../domain/suggestion.ts';
import { isStageMismatch } from '../journey/crm-stage.ts';
import type { Journey } from '../journey/stage-history.ts';
import { describeGroup } from '../persona/buying-group.ts';
import { fillMap } from '../persona/fill-map.ts';
import { fillSlots } from '../persona/fill-slots.ts';
import { ROLE_QUESTIONS } from '../persona/role-words.ts';
import { selectPrompts } from '../playbook/select-prompts.ts';
import type { Situation } from '../playbook/situation.ts';
import { suggest } from '../playbook/suggest.ts';
import { writeBrief } from './brief.ts';
import { lineConcerns } from './concern-lines.ts';
import { sumCoverage } from './coverage.ts';
import { claimDrivers } from './driver-claims.ts';
import { focusOf } from './focus-chip.ts';
import { wishHeadline, writeHeadline } from './headline.ts';
import { noticesOf } from './notices.ts';
import type { PersonView } from './person-view.ts';
import { isSharedOnly } from './person-view.ts';

/** What all cards of one deal share. */
export interface DealView {
  readonly file: DealFile;
  readonly journey: Journey;
  /** Everyone who may be spoken of. */
  readonly views: readonly PersonView[];
  readonly now: Instant;
}

const MOST_CONCERNS = 2;
const NO_PROMPTS: InsightCard['prompts'] = { understand: null, feel: null, act: null, avoid: null };

export function situationOf(deal: DealView, view: PersonView): Situation {
  const { file, journey, now } = deal;
  const { person, role, beliefs, concerns } = view;
  const stage = journey.current?.stage ?? null;
  return { file, person, role, stage, beliefs, concerns, meeting: view.ahead[0] ?? null, now };
}

/** The whole card of one person in one deal. */
export function writeInsight(deal: DealView, view: PersonView): InsightCard {
  const situation = situationOf(deal, view);
  const lead = view.beliefs.find((belief) => !isSharedOnly(belief));
  const prompts = lead === undefined ? NO_PROMPTS : selectPrompts(situation, lead);
  const headline = lead === undefined ? wishHeadline(situation) : writeHeadline(situation, lead);
  const { step, alternatives } = suggest(situation, headline);
  return {
    kind: 'insight',
    focus: focusOf(deal.file, view),
    headline,
    stage: stageChip(deal),
    updatedAt: deal.now,
    notices: [...noticesOf(deal.file, deal.views, deal.now)],
    nextStep: step === null ? null : stepLine(step),
    alternatives: alternatives.map(stepLine),
    drivers: [...claimDrivers(situation)],
    concerns: lineConcerns(deal.file, view.open.slice(0, MOST_CONCERNS)).slice(),
    moreConcerns: Math.max(0, view.open.length - MOST_CONCERNS),
    prompts,
    brief: { sentences: writeBrief(situation, { headline, prompts }).map((each) => each.text) },
    why: whyOf(deal.journey),
    map: mapOf(deal, view),
    persona: personaOf(deal, view),
    people: deal.views.map((each) => memberOf(deal.file, each)),
    groupNotes: describeGroup(deal.views, situation.stage).map((note) => [note]),
    journey: deal.journey.points.map((point) => ({ ...point })),
    coverage: sumCoverage(deal.file, deal.now),
  };
}

export function stageChip({ file, journey }: DealView): StageChip {
  const { deal } = file;
  const stage = journey.current?.stage ?? null;
  return {
    stage,
    crmStage: deal?.stageLabel ?? null,
    mismatch: isStageMismatch(deal, stage),
    since: journey.current?.since ?? null,
  };
}

function stepLine({ id, title, reason, action, draft }: NextStep): NextStepLine {
  return { id, title, reason, action, draft };
}

function whyOf({ current }: Journey): WhyPanel | null {
  if (current === null) return null;
  return {
    rule: current.ruleName,
    conditions: current.trace.map((each) => ({ ...each })),
    wouldMove: [...current.wouldMove],
    focus: '',
  };
}

function mapOf({ file, now }: DealView, view: PersonView): InsightCard['map'] {
  const { beliefs, concerns } = view;
  const map = fillMap(file, { personId: view.person.id, beliefs, concerns, now });
  return MAP_CELLS.map((cell) => ({
    cell,
    entries: map[cell].map(({ text, status, source }) => ({
      text,
      status,
      source:
        source === null
          ? null
          : { kind: source.activityKind, id: source.activityId, at: source.at },
    })),
  }));
}

function personaOf({ file }: DealView, view: PersonView): InsightCard['persona'] {
  const slots = fillSlots(file, view.person.id);
  return PERSONA_SLOTS.map((slot) => {
    const entries = slots[slot].map(({ id, text, status, source, confirmedBy }) => ({
      ...{ id, text, status },
      ...(confirmedBy === null ? {} : { confirmedBy }),
      source: { kind: source.activityKind, id: source.activityId, at: source.at },
    }));
    const grey =
      slot === 'values' && view.role !== null ? [roleDefault(ROLE_QUESTIONS[view.role])] : [];
    return { slot, question: SLOT_QUESTIONS[slot], entries: entries.length > 0 ? entries : grey };
  });
}

function roleDefault(text: string) {
  return { text, status: 'role_default' as const, source: null };
}

function memberOf(file: DealFile, view: PersonView): GroupMember {
  return {
    person: focusOf(file, view).person,
    drivers: view.beliefs
      .slice(0, MOST_CONCERNS + 1)
      .map(({ driver, pole, word }) => ({ driver, pole, word })),
    lastHeardAt: view.lastWroteAt,
  };
}
