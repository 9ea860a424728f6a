import type { Receipt } from '../../records.ts';
import type { HubSpotClient } from '../client.ts';
import { OBJECT_TYPES } from '../objects.ts';
import type { ObjectKind, ObjectName } from '../objects.ts';
import { readAssociations } from './associations.ts';
import { receipt } from './raw-record.ts';
import type { RawRecord } from './raw-record.ts';

export interface Associated {
  readonly raws: readonly RawRecord[];
  /** Records whose associations HubSpot could not tell. Without them they would look alone, so they are left out. */
  readonly untold: readonly string[];
}

const NONE: ReadonlyMap<string, readonly string[]> = new Map();

/**
 * Adds the associations that a page did not tell: for each related type one call for up to a thousand records, all types
 * at once.
 */
export async function withAssociations(
  client: HubSpotClient,
  kind: ObjectKind,
  raws: readonly RawRecord[],
): Promise<Associated> {
  const { name, associated } = OBJECT_TYPES[kind];
  const found = await Promise.all(
    associated.map(async (to) => {
      const ids = raws.filter((raw) => !raw.associations.has(to)).map((raw) => raw.id);
      const targets =
        ids.length === 0 ? NONE : await readAssociations(client, { from: name, to, ids });
      return { to, targets };
    }),
  );
  const known = found.reduce<readonly RawRecord[]>(
    (each, { to, targets }) => each.flatMap((raw) => withTargets(raw, to, targets)),
    raws,
  );
  const told = new Set(known.map((raw) => raw.id));
  return { raws: known, untold: raws.map((raw) => raw.id).filter((id) => !told.has(id)) };
}

export function untoldReceipt(kind: ObjectKind, id: string): Receipt {
  return receipt(kind, id, 'came without its associations');
}

function withTargets(
  raw: RawRecord,
  to: ObjectName,
  found: ReadonlyMap<string, readonly string[]>,
): readonly RawRecord[] {
  if (raw.associations.has(to)) return [raw];
  const targets = found.get(raw.id);
  if (targets === undefined) return [];
  return [{ ...raw, associations: new Map([...raw.associations, [to, targets]]) }];
}
