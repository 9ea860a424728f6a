import type { ActivityRecord } from '../crm/records.ts';
import type { DealTie } from '../domain/activity.ts';
import type { PeopleOfActivity } from './find-people.ts';
import type { SurroundingDeal, Surroundings } from './port.ts';

/** A word this long in a deal's name is no everyday word: its case does not matter. "Plan" must be written "Plan". */
const RARE_LENGTH = 7;
const LEAST_LENGTH = 4;

type TiedRecord = Pick<ActivityRecord, 'dealIds' | 'threadId' | 'title' | 'text'>;

/**
 * Whose deal an activity is. The CRM's own single link wins. With several links or none: the deal of its thread, else
 * the one deal it names (by name, by a word only that deal's name has, or by two of its buying group), else the only
 * open deal of its buyer-side persons. What remains is shared among those that come into question, or nobody's.
 */
export function tieActivity(
  record: TiedRecord,
  people: Pick<PeopleOfActivity, 'buyers'>,
  around: Pick<Surroundings, 'deals' | 'threadDeals'>,
): DealTie {
  const [linked, ...others] = record.dealIds;
  if (linked !== undefined && others.length === 0) return toDeal(linked);
  const persons = people.buyers.map(({ id }) => id);
  const inQuestion = dealsInQuestion(record, persons, around.deals);
  const dealId =
    dealOfThread(record, around) ??
    only(inQuestion.filter((deal) => isNamed(deal, record, inQuestion))) ??
    only(inQuestion.filter((deal) => overlap(deal, persons) >= 2)) ??
    only(inQuestion.filter((deal) => deal.open));
  return dealId === null ? sharedAmong(record, inQuestion) : toDeal(dealId);
}

function sharedAmong({ dealIds }: TiedRecord, inQuestion: readonly SurroundingDeal[]): DealTie {
  const open = inQuestion.filter((deal) => deal.open).map(({ id }) => id);
  const shared = dealIds.length > 0 ? dealIds : open;
  return shared.length === 0 ? { kind: 'none' } : { kind: 'shared', dealIds: [...shared].sort() };
}

function toDeal(dealId: string): DealTie {
  return { kind: 'deal', dealId };
}

/** The linked deals when there are several; else the open deals of its persons. */
function dealsInQuestion(
  { dealIds }: TiedRecord,
  persons: readonly string[],
  deals: readonly SurroundingDeal[],
): readonly SurroundingDeal[] {
  if (dealIds.length > 0) return deals.filter(({ id }) => dealIds.includes(id));
  return deals.filter((deal) => deal.open && overlap(deal, persons) > 0);
}

function dealOfThread(
  { threadId, dealIds }: TiedRecord,
  { threadDeals }: Pick<Surroundings, 'threadDeals'>,
): string | null {
  const dealId = threadId === null ? undefined : threadDeals.get(threadId);
  if (dealId === undefined) return null;
  return dealIds.length === 0 || dealIds.includes(dealId) ? dealId : null;
}

function overlap(deal: SurroundingDeal, persons: readonly string[]): number {
  return deal.personIds.filter((id) => persons.includes(id)).length;
}

function only(deals: readonly SurroundingDeal[]): string | null {
  const [deal] = deals;
  return deal !== undefined && deals.length === 1 ? deal.id : null;
}

function isNamed(
  deal: SurroundingDeal,
  { title, text }: TiedRecord,
  inQuestion: readonly SurroundingDeal[],
): boolean {
  const words = `${title ?? ''}\n${text}`;
  if (words.toLowerCase().includes(deal.name.toLowerCase())) return true;
  const others = inQuestion.filter(({ id }) => id !== deal.id).flatMap(({ name }) => wordsOf(name));
  const own = wordsOf(deal.name).filter((word) => !others.includes(word));
  const written = new Set(wordsOf(words));
  const lower = new Set([...written].map((word) => word.toLowerCase()));
  return own.some(
    (word) => written.has(word) || (word.length >= RARE_LENGTH && lower.has(word.toLowerCase())),
  );
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= LEAST_LENGTH);
}
