import { z } from 'zod';
import type { DealSurroundings } from '../map-in.ts';
import { optionalText, requiredMoment } from '../values.ts';
import { moreRows, queryRows, type Asking } from './ask-rows.ts';
import { isRefusedFor } from '../errors.ts';
import type { Row } from './rows.ts';
import { byIdsQuery } from './soql.ts';

/** Ids in one query: its text goes into an address, of which 16,000 characters are taken. */
const IDS_AT_ONCE = 500;

const Role = z.object({ OpportunityId: z.string(), ContactId: z.string() });
const Change = z.object({
  OpportunityId: z.string(),
  Field: z.string().nullish(),
  StageName: optionalText,
  NewValue: optionalText,
  CreatedDate: requiredMoment,
});
type Change = z.infer<typeof Change>;

/** What stands around deals in objects of its own: who takes part, and which stages and owners there were. */
export async function surroundingsOf(
  asking: Asking,
  dealIds: readonly string[],
): Promise<ReadonlyMap<string, DealSurroundings>> {
  const [roles, stages, owners] = [
    await rowsOf(asking, ROLES, dealIds),
    await rowsOf(asking, STAGE_HISTORY, dealIds),
    await rowsOf(asking, OWNER_HISTORY, dealIds),
  ];
  const contacts = Map.groupBy(parsed(Role, roles), ({ OpportunityId }) => OpportunityId);
  const stageChanges = byDeal(stages);
  const ownerChanges = byDeal(owners);
  return new Map(
    dealIds.map((id) => [
      id,
      {
        contactIds: [...new Set((contacts.get(id) ?? []).map(({ ContactId }) => ContactId))],
        stageHistory: (stageChanges.get(id) ?? []).flatMap(toStage).filter(isMove),
        ownerHistory: (ownerChanges.get(id) ?? []).flatMap(toOwner),
      },
    ]),
  );
}

interface Beside {
  readonly object: string;
  readonly fields: readonly string[];
}

const ROLES: Beside = {
  object: 'OpportunityContactRole',
  fields: ['Id', 'OpportunityId', 'ContactId'],
};
const STAGE_HISTORY: Beside = {
  object: 'OpportunityHistory',
  fields: ['Id', 'OpportunityId', 'StageName', 'CreatedDate'],
};
/** Holds something only where the org tracks the field. */
const OWNER_HISTORY: Beside = {
  object: 'OpportunityFieldHistory',
  fields: ['Id', 'OpportunityId', 'Field', 'NewValue', 'CreatedDate'],
};

/** None where the org does not let us see them. */
async function rowsOf(
  { client }: Asking,
  { object, fields }: Beside,
  ids: readonly string[],
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let start = 0; start < ids.length; start += IDS_AT_ONCE) {
    const some = ids.slice(start, start + IDS_AT_ONCE);
    const soql = byIdsQuery(object, { fields, field: 'OpportunityId', ids: some });
    const first = await queryRows(client, soql).catch(noneIfHidden);
    rows.push(...first.rows);
    for (let { locator } = first; locator !== null;) {
      const more = await moreRows(client, locator);
      rows.push(...more.rows);
      ({ locator } = more);
    }
  }
  return rows;
}

function noneIfHidden(error: unknown): { rows: readonly Row[]; locator: null } {
  if (isRefusedFor(error, 'INVALID_TYPE') || isRefusedFor(error, 'INVALID_FIELD'))
    return { rows: [], locator: null };
  throw error;
}

function parsed<T>(schema: z.ZodType<T>, rows: readonly Row[]): readonly T[] {
  return rows.flatMap((row) => schema.safeParse(row).data ?? []);
}

/** Oldest first. */
function byDeal(rows: readonly Row[]): ReadonlyMap<string, readonly Change[]> {
  const changes = parsed(Change, rows).toSorted((a, b) => (a.CreatedDate < b.CreatedDate ? -1 : 1));
  return Map.groupBy(changes, ({ OpportunityId }) => OpportunityId);
}

function toStage({ StageName, CreatedDate: at }: Change) {
  return StageName === null ? [] : [{ stageId: StageName, at }];
}

/** A line is written for each change of amount or date, too. */
function isMove(
  { stageId }: { readonly stageId: string },
  index: number,
  all: readonly { readonly stageId: string }[],
): boolean {
  return index === 0 || all[index - 1]?.stageId !== stageId;
}

/** Of a change of owner the history holds a line with names and one with ids. */
function toOwner({ Field, NewValue, CreatedDate: at }: Change) {
  const isOwner = Field === 'Owner' && NewValue !== null && /^005\w{15}$/.test(NewValue);
  return isOwner ? [{ ownerId: NewValue, at }] : [];
}
