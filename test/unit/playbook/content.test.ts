import { describe, expect, it } from '@jest/globals';
import { DRIVERS, POLES, STAGES } from '../../../shared/vocabulary.ts';
import { NEED_WORDS } from '../../../server/domain/need-words.ts';
import { SLOT_QUESTIONS } from '../../../server/domain/our-questions.ts';
import { fixedWords, longestRendered } from '../../../server/domain/phrase.ts';
import { CELL_QUESTIONS, THOUGHTS } from '../../../server/persona/thoughts.ts';
import { ROLE_QUESTIONS } from '../../../server/persona/role-words.ts';
import { findBreach } from '../../../server/playbook/ethics-floor.ts';
import { slotsOf } from '../../../server/playbook/fill-template.ts';
import { ALL_PLAYS } from '../../../server/playbook/plays/all-plays.ts';
import { PROMPT_BOOKS } from '../../../server/playbook/prompts/prompt-books.ts';
import { selectPrompts } from '../../../server/playbook/select-prompts.ts';
import { suggest } from '../../../server/playbook/suggest.ts';
import { aDealFile, anEvidence, day } from '../../support/cards/deal-file.ts';
import { aSituation } from '../../support/cards/situation.ts';

const KINDS = ['understand', 'feel', 'act', 'avoid'] as const;
const lines = DRIVERS.flatMap((driver) =>
  POLES.flatMap((pole) =>
    KINDS.flatMap((kind) =>
      PROMPT_BOOKS[driver][pole][kind].map((line) => ({ driver, pole, kind, line })),
    ),
  ),
);
const needs = DRIVERS.flatMap((driver) => POLES.map((pole) => ({ driver, pole })));

describe('the prompts', () => {
  it('hold a fact of the deal in every line', () => {
    expect(lines.filter(({ line }) => !slotsOf(line).some((slot) => slot !== 'first'))).toEqual([]);
  });

  it('say nothing the ethics floor refuses', () => {
    expect(lines.filter(({ line }) => findBreach(line) !== null)).toEqual([]);
  });

  it('offer at least two ways of saying each thing, none of them twice', () => {
    for (const { driver, pole } of needs) {
      for (const kind of KINDS)
        expect(PROMPT_BOOKS[driver][pole][kind].length).toBeGreaterThanOrEqual(2);
    }
    expect(new Set(lines.map(({ line }) => line)).size).toBe(lines.length);
  });

  it.each(needs)(
    'have one of each kind for $driver $pole with nothing but one quote to go on',
    ({ driver, pole }) => {
      const situation = aSituation(
        aDealFile({ evidence: [anEvidence({ driver, pole, at: day(0, 8) })] }),
      );
      const [belief] = situation.beliefs;
      expect(belief).toBeDefined();
      const prompts = belief === undefined ? null : selectPrompts(situation, belief);
      for (const kind of KINDS) expect(prompts?.[kind]?.text.length).toBeGreaterThan(0);
    },
  );
});

describe('the plays', () => {
  it('cover every need that is threatened at every stage, and good news at each', () => {
    const ids = new Set(ALL_PLAYS.map(({ id }) => id));
    for (const stage of STAGES) {
      for (const driver of DRIVERS) expect(ids).toContain(`${stage}.${driver}.threatened`);
      expect([...ids].some((id) => id.startsWith(`${stage}.`) && id.endsWith('.met'))).toBe(true);
    }
    expect(ids.size).toBe(ALL_PLAYS.length);
  });

  it('say nothing the ethics floor refuses', () => {
    const spoken = ALL_PLAYS.map(
      ({ title, because, needs: what }) => `${title}. ${because} ${what}`,
    );
    expect(spoken.filter((each) => findBreach(each) !== null)).toEqual([]);
  });

  it('give a reason of at most 110 characters, even with the longest fact before it', () => {
    const longestFact = 'Raised three times, open less than a day: '.length;
    const tooLong = ALL_PLAYS.filter(({ because }) => because.length + longestFact > 110);
    expect(tooLong.map(({ id, because }) => [id, because])).toEqual([]);
  });

  it.each(needs.filter(({ pole }) => pole === 'threatened'))(
    'turn $driver into a step with a fact',
    ({ driver }) => {
      const evidence = [
        anEvidence({ driver, at: day(-9) }),
        anEvidence({ driver, id: 'b', activityId: 'm2' }),
      ];
      const { step } = suggest(aSituation(aDealFile({ evidence })));
      expect(step).not.toBeNull();
      expect(longestRendered(step?.reason ?? [])).toBeLessThanOrEqual(110);
      expect(step?.reason.some((part) => typeof part !== 'string')).toBe(true);
    },
  );
});

describe('all other words that cards print', () => {
  it('pass the ethics floor', () => {
    const words: readonly string[] = [
      ...DRIVERS.map((driver) => JSON.stringify(NEED_WORDS[driver])),
      ...needs.map(({ driver, pole }) => JSON.stringify(THOUGHTS[driver][pole])),
      ...Object.values({ ...CELL_QUESTIONS, ...SLOT_QUESTIONS, ...ROLE_QUESTIONS }),
    ];
    expect(words.filter((each) => findBreach(each) !== null)).toEqual([]);
  });
});

describe('a draft', () => {
  it.each(DRIVERS.filter((driver) => driver !== 'control'))(
    'for %s quotes the buyer and holds no moment',
    (driver) => {
      const file = aDealFile({ evidence: [anEvidence({ driver })] });
      const steps = STAGES.flatMap((stage) => {
        const { step, alternatives } = suggest(aSituation(file, { stage }));
        return [step, ...alternatives].filter((each) => each?.draft != null);
      });
      expect(steps.length).toBeGreaterThan(0);
      for (const step of steps) {
        expect(step?.draft?.body).toContain('“what happens if the migration slips?”');
        expect(step?.draft?.body).not.toContain(fixedWords([{ at: day(0), as: 'day' }]) + ' ');
      }
    },
  );
});
