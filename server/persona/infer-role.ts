import type { BuyingRole } from '../../shared/vocabulary.ts';
import { isFromBuyer } from '../domain/activity.ts';
import type { DealFile } from '../domain/deal-file.ts';
import type { Persona } from '../domain/persona.ts';
import type { Person } from '../domain/person.ts';
import { firstName } from '../domain/person.ts';
import { CARRYING_TITLE, DECIDING_WORDS, TITLE_WORDS } from './role-words.ts';

type Role = Pick<Persona, 'role' | 'roleBasis'>;

/** Who this person is in the choice: from words said about them, else their title, else what they do; null when thin. */
export function inferRole(file: DealFile, person: Person): Role {
  if (isSaidToDecide(file, person)) return { role: 'economic_buyer', roleBasis: 'words' };
  const byTitle = roleOfTitle(person.title);
  if (byTitle !== null) return { role: byTitle, roleBasis: 'title' };
  if (carriesTheProject(file, person)) return { role: 'champion', roleBasis: 'words' };
  return { role: null, roleBasis: null };
}

function roleOfTitle(title: string | null): BuyingRole | null {
  if (title === null) return null;
  return TITLE_WORDS.find(([words]) => words.test(title))?.[1] ?? null;
}

/** "Seun signs": the name stands right before the deciding words. */
function isSaidToDecide({ statements }: DealFile, person: Person): boolean {
  const name = firstName(person).toLowerCase();
  return statements.some((each) => {
    const said = each.kind === 'purchasing' ? DECIDING_WORDS.exec(each.shown) : null;
    if (said === null) return false;
    return each.shown.slice(0, said.index).toLowerCase().trimEnd().endsWith(name);
  });
}

/** Hopes for it in words, or writes more than anyone else there, under a title that can carry a project. */
function carriesTheProject(file: DealFile, person: Person): boolean {
  if (person.title === null || !CARRYING_TITLE.test(person.title)) return false;
  const hopes = file.evidence.some(
    (each) =>
      each.personId === person.id &&
      each.pole === 'met' &&
      (each.driver === 'progress' || each.driver === 'recognition'),
  );
  return hopes || writesMost(file, person);
}

function writesMost(file: DealFile, person: Person): boolean {
  const written = (id: string): number =>
    file.activities.filter((each) => isFromBuyer(each) && each.authorPersonId === id).length;
  const others = file.persons
    .filter((each) => each.id !== person.id)
    .map((each) => written(each.id));
  return written(person.id) >= 2 && others.every((count) => count < written(person.id));
}
