import type { ActivityRecord } from '../crm/records.ts';
import type { Person, Seller } from '../domain/person.ts';
import type { Surroundings } from './port.ts';

/** Who took part in an activity, on which side. */
export interface PeopleOfActivity {
  readonly buyers: readonly Person[];
  readonly sellers: readonly Seller[];
  /** Participant id as the reader sees it ("buyer:…", "seller:…"); null where nobody single wrote it. */
  readonly author: string | null;
  readonly authorPersonId: string | null;
  readonly sellerId: string | null;
}

/** Kinds that many write in together: their author stands in the text, line by line. */
const SPOKEN = new Set<ActivityRecord['kind']>(['chat', 'call']);
/** Kinds that only our side writes. */
const OURS = new Set<ActivityRecord['kind']>(['note', 'task', 'meeting', 'call']);
/** Kinds that a buyer fills in; the CRM names no author, the associated contact is it. */
const THEIRS = new Set<ActivityRecord['kind']>(['survey', 'ticket']);

export function findPeople(record: ActivityRecord, around: Surroundings): PeopleOfActivity {
  const emails = new Set(record.participants.map(({ email }) => lower(email)));
  const buyers = around.persons.filter(
    (person) =>
      (record.contactIds.includes(person.id) || emails.has(lower(person.email))) &&
      !isOurs(person.email, around),
  );
  const sellers = around.sellers.filter(
    (seller) =>
      seller.id === record.ownerId || (seller.email !== null && emails.has(lower(seller.email))),
  );
  return { buyers, sellers, ...findAuthor(record, { ...around, persons: buyers, sellers }) };
}

type Author = Pick<PeopleOfActivity, 'author' | 'authorPersonId' | 'sellerId'>;

function findAuthor(record: ActivityRecord, around: Surroundings): Author {
  const ownerId = around.sellers.find(({ id }) => id === record.ownerId)?.id ?? null;
  if (SPOKEN.has(record.kind) && record.field === 'transcript') return nobodySingle(ownerId);
  if (record.kind === 'chat') return nobodySingle(ownerId);
  if (OURS.has(record.kind)) return ofSeller(ownerId ?? around.sellers[0]?.id ?? null);
  const email = lower(record.participants.find(({ role }) => role === 'author')?.email ?? null);
  const person = around.persons.find((each) => email !== '' && lower(each.email) === email);
  if (person) return ofBuyer(person.id, ownerId);
  const seller = around.sellers.find((each) => email !== '' && lower(each.email) === email);
  if (seller || isOurs(email, around) || record.direction === 'out')
    return ofSeller(seller?.id ?? ownerId);
  const only = around.persons.length === 1 ? around.persons[0] : undefined;
  if (THEIRS.has(record.kind) && email === '' && only) return ofBuyer(only.id, ownerId);
  return nobodySingle(ownerId);
}

const ofBuyer = (id: string, sellerId: string | null): Author => ({
  author: `buyer:${id}`,
  authorPersonId: id,
  sellerId,
});
const ofSeller = (id: string | null): Author => ({
  author: id === null ? 'seller:' : `seller:${id}`,
  authorPersonId: null,
  sellerId: id,
});
const nobodySingle = (sellerId: string | null): Author => ({
  author: null,
  authorPersonId: null,
  sellerId,
});

function isOurs(email: string | null, around: Surroundings): boolean {
  const domain = lower(email).split('@')[1];
  return domain !== undefined && around.ownDomains.includes(domain);
}

function lower(email: string | null): string {
  return email?.toLowerCase() ?? '';
}
