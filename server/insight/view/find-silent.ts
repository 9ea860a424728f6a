import type { SilentCard } from '../../../shared/card.ts';
import type { CardRecord, CardRow } from '../port.ts';

type Releasable = NonNullable<SilentCard['release']>;

interface Looked {
  readonly record: CardRecord;
  readonly rows: readonly CardRow[];
}

/** Whom or what an admin would let be read again: the open record itself, else the deal or person behind its card. */
export async function findSilent(
  looked: Looked,
  isSilent: (record: CardRecord) => Promise<boolean>,
): Promise<Releasable | null> {
  for (const each of candidates(looked)) {
    if (await isSilent({ kind: each.recordKind, id: each.recordId })) return each;
  }
  return null;
}

function candidates({ record, rows }: Looked): readonly Releasable[] {
  const deals = rows.flatMap(({ dealId, dealName }) =>
    dealId === null ? [] : [deal(dealId, dealName)],
  );
  const people = rows.map(({ personId, personName }) => contact(personId, personName));
  const known = [...deals, ...people];
  const isOpen = ({ recordKind, recordId }: Releasable) =>
    recordKind === record.kind && recordId === record.id;
  const self = known.find(isOpen) ?? unnamed(record);
  return [...(self === null ? [] : [self]), ...known.filter((each) => !isOpen(each))];
}

function deal(recordId: string, name: string | null): Releasable {
  return { recordKind: 'deal', recordId, name };
}

function contact(recordId: string, name: string | null): Releasable {
  return { recordKind: 'contact', recordId, name };
}

function unnamed({ kind, id }: CardRecord): Releasable | null {
  return kind === 'deal' || kind === 'contact'
    ? { recordKind: kind, recordId: id, name: null }
    : null;
}
