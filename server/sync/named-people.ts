import type { ActivityRecord } from '../crm/records.ts';
import type { Person } from '../domain/person.ts';
import type { PeopleOfActivity } from './find-people.ts';
import type { Surroundings } from './port.ts';

/** What our side writes about the other: there people are spoken of who took no part. A transcript is what they said. */
const ABOUT_THEM: ReadonlySet<ActivityRecord['kind']> = new Set([
  'note',
  'task',
  'meeting',
  'call',
]);
const LEAST_LETTERS = 3;

/**
 * People of the deal whom a note names though the CRM does not list them in it: "Cormac feels passed over", on a note that
 * hangs on Dymphna alone, is not about Dymphna. Names are written with a capital, since many are everyday words, too.
 */
export function namedPeople(
  {
    kind,
    field,
    dealIds,
    title,
    text,
  }: Pick<ActivityRecord, 'kind' | 'field' | 'dealIds' | 'title' | 'text'>,
  { buyers }: Pick<PeopleOfActivity, 'buyers'>,
  { deals, persons }: Pick<Surroundings, 'deals' | 'persons'>,
): readonly Person[] {
  if (!ABOUT_THEM.has(kind) || field === 'transcript') return [];
  const group = new Set(
    deals.filter(({ id }) => dealIds.includes(id)).flatMap(({ personIds }) => personIds),
  );
  const absent = persons.filter((each) => group.has(each.id) && !buyers.includes(each));
  if (absent.length === 0) return [];
  const written = new Set(namesIn(`${title ?? ''}\n${text}`));
  return absent.filter(({ name }) => namesIn(name).some((word) => written.has(word)));
}

/** Words with a capital, without accents: reps write "Bozena" for "Bożena". */
function namesIn(text: string): readonly string[] {
  const plain = text.normalize('NFD').replace(/\p{M}+/gu, '');
  return plain
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= LEAST_LETTERS && /^\p{Lu}/u.test(word));
}
