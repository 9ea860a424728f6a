import type { BuyingRole, Driver, Stage } from '../../shared/vocabulary.ts';
import type { Belief } from '../domain/belief.ts';
import { NEED_WORDS } from '../domain/need-words.ts';
import type { Person } from '../domain/person.ts';
import { firstName } from '../domain/person.ts';

export interface GroupPerson {
  readonly person: Person;
  readonly role: BuyingRole | null;
  readonly beliefs: readonly Belief[];
}

/** Roles whose absence matters at a stage, with the question that finds them. */
const NEEDED: Readonly<Partial<Record<Stage, readonly (readonly [BuyingRole, string])[]>>> = {
  consideration: [
    ['user', 'Nobody who would work with it daily has been heard yet. Whom could you ask?'],
    [
      'economic_buyer',
      'It is not known who decides on the money. Who else takes part in the choice?',
    ],
  ],
  decision: [
    ['economic_buyer', 'It is not known who decides on the money. Who signs in the end?'],
    [
      'champion',
      'Nobody is seen to carry this inside their firm. Who would speak for it when we are not there?',
    ],
  ],
};

/** Where two persons pull apart on the same need, and which roles nobody fills: sentences for the People tab. */
export function describeGroup(
  group: readonly GroupPerson[],
  stage: Stage | null,
): readonly string[] {
  return [...conflicts(group), ...missingRoles(group, stage)];
}

function conflicts(group: readonly GroupPerson[]): readonly string[] {
  return group.flatMap((one, index) =>
    group
      .slice(index + 1)
      .flatMap((other) => apart(one, other).map((driver) => pullApart(one, other, driver))),
  );
}

function apart(one: GroupPerson, other: GroupPerson): readonly Driver[] {
  const firm = (each: GroupPerson): readonly Belief[] =>
    each.beliefs.filter((belief) => belief.word !== 'hint');
  return firm(one)
    .filter((mine) =>
      firm(other).some((theirs) => theirs.driver === mine.driver && theirs.pole !== mine.pole),
    )
    .map((belief) => belief.driver);
}

function pullApart(one: GroupPerson, other: GroupPerson, driver: Driver): string {
  const oneIsMet = one.beliefs.some((each) => each.driver === driver && each.pole === 'met');
  const [met, open] = oneIsMet ? [one, other] : [other, one];
  const need = NEED_WORDS[driver].name;
  return `${need} is there for ${firstName(met.person)} and still open for ${firstName(open.person)}.`;
}

function missingRoles(group: readonly GroupPerson[], stage: Stage | null): readonly string[] {
  const needed = stage === null ? [] : (NEEDED[stage] ?? []);
  return needed
    .filter(([role]) => group.every((each) => each.role !== role))
    .map(([, question]) => question);
}
