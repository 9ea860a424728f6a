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

/** Kinds that only our side writes. */
const OURS = new Set<ActivityRecord['kind']>(['note', 'task', 'meeting', 'call']);
/** Kinds that a buyer fills in; the CRM names no author, the associated contact is it. */
const THEIRS = new Set<ActivityRecord['kind']>(['survey', 'ticket', 'form']);

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
  if (isSpoken(record)) return nobodySingle(ownerId);
  if (OURS.has(record.kind)) return ofSeller(ownerId ?? around.sellers[0]?.id ?? null);
  return findWriter(record, around, ownerId);
}

/** Many speak in it: who says what stands in the text, line by line. */
function isSpoken({ kind, field }: ActivityRecord): boolean {
  return kind === 'chat' || kind === 'thread' || (kind === 'call' && field === 'transcript');
}

function findWriter(record: ActivityRecord, around: Surroundings, ownerId: string | null): Author {
  const email = lower(record.participants.find(({ role }) => role === 'author')?.email ?? null);
  const person = withEmail(around.persons, email);
  if (person !== undefined) return ofBuyer(person.id, ownerId);
  const seller = withEmail(around.sellers, email);
  if (seller !== undefined) return ofSeller(seller.id);
  if (isOurs(email, around)) return ofSeller(ownerId);
  return email === '' ? findUnnamed(record, around, ownerId) : nobodySingle(ownerId);
}

/** The CRM names no author: it is told by the direction, or by the only person it can be. */
function findUnnamed(
  { kind, direction }: ActivityRecord,
  around: Surroundings,
  ownerId: string | null,
): Author {
  if (direction === 'out') return ofSeller(ownerId);
  return THEIRS.has(kind) ? filledInBy(around, ownerId) : nobodySingle(ownerId);
}

function filledInBy({ persons }: Surroundings, ownerId: string | null): Author {
  const [only, another] = persons;
  return only !== undefined && another === undefined
    ? ofBuyer(only.id, ownerId)
    : nobodySingle(ownerId);
}

function withEmail<T extends { readonly email: string | null }>(
  all: readonly T[],
  email: string,
): T | undefined {
  return all.find((each) => email !== '' && lower(each.email) === email);
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
