import { z } from 'zod';
import type { OwnerRecord, PipelineRecord, Receipt } from '../../records.ts';
import type { HubSpotClient } from '../client.ts';
import { unexpectedAnswer } from '../errors.ts';
import { API_VERSIONS, LIMITS } from '../objects.ts';
import { isReceipt, receipt } from './raw-record.ts';
import { toInstant, toWords } from '../values.ts';
import type { Scalar } from '../values.ts';

/** Owners and pipelines: small lists with interfaces of their own and no search. They are read whole each time. */

export interface DirectoryPage<R> {
  readonly records: readonly R[];
  readonly receipts: readonly Receipt[];
  readonly after: string | null;
}

const id = z.union([z.string().min(1), z.number()]).transform(String);
const scalar = z.union([z.string(), z.number(), z.boolean()]).nullish();
/** The default pipeline and some owners carry no time of change. */
const toChangedAt = (value: Scalar): string => toInstant(value) ?? '1970-01-01T00:00:00.000Z';
const Page = z.object({
  results: z.array(z.unknown()),
  paging: z.object({ next: z.object({ after: id }).nullish() }).nullish(),
});

const Owner = z.object({
  id,
  email: scalar.transform(toWords),
  firstName: scalar.transform(toWords),
  lastName: scalar.transform(toWords),
  userId: id.nullish().transform((value) => value ?? null),
  teams: z
    .array(z.object({ id }))
    .nullish()
    .transform((value) => value ?? []),
  updatedAt: scalar.transform(toChangedAt),
  archived: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
});

/** Stage metadata is text: isClosed "true", probability "1.0" is won (seen in Estuary's recordings). */
const Pipeline = z.object({
  id,
  label: z.string(),
  updatedAt: scalar,
  archived: z.boolean().nullish(),
  stages: z.array(
    z.object({ id, label: z.string(), metadata: z.record(z.string(), scalar).nullish() }),
  ),
});

export async function readOwners(
  client: HubSpotClient,
  after: string | null,
): Promise<DirectoryPage<OwnerRecord>> {
  const path = `/crm/owners/${API_VERSIONS.owners}`;
  const query = { limit: String(LIMITS.owners), ...(after === null ? {} : { after }) };
  const answer = await client.call({ policy: 'ten_secondly', method: 'GET', path, query });
  const page = parsePage(answer, path);
  const next = page.paging?.next?.after ?? null;
  if (next !== null && next === after) throw unexpectedAnswer(`GET ${path}`, 'repeats its page');
  return { ...divide(page.results.map(toOwner)), after: next };
}

/** Every owner, however many pages. */
export async function readAllOwners(client: HubSpotClient): Promise<readonly OwnerRecord[]> {
  const owners: OwnerRecord[] = [];
  let after: string | null = null;
  do {
    const page: DirectoryPage<OwnerRecord> = await readOwners(client, after);
    owners.push(...page.records);
    after = page.after;
  } while (after !== null);
  return owners;
}

export async function readPipelines(client: HubSpotClient): Promise<DirectoryPage<PipelineRecord>> {
  const path = `/crm/pipelines/${API_VERSIONS.pipelines}/deals`;
  const answer = await client.call({ policy: 'ten_secondly', method: 'GET', path });
  return { ...divide(parsePage(answer, path).results.map(toPipeline)), after: null };
}

function parsePage(answer: unknown, path: string): z.infer<typeof Page> {
  const page = Page.safeParse(answer);
  if (!page.success) throw unexpectedAnswer(`GET ${path}`, 'has a form we do not know');
  return page.data;
}

function toOwner(input: unknown): OwnerRecord | Receipt {
  const parsed = Owner.safeParse(input);
  if (!parsed.success) return receipt('owner', null, 'has a part we do not understand');
  const { firstName, lastName, teams, ...owner } = parsed.data;
  const email = owner.email?.toLowerCase() ?? null;
  return {
    kind: 'owner',
    id: owner.id,
    updatedAt: owner.updatedAt,
    archived: owner.archived,
    name: [firstName, lastName].filter((word) => word !== null).join(' ') || (email ?? ''),
    email,
    userId: owner.userId,
    teamIds: teams.map((team) => team.id),
  };
}

function toPipeline(input: unknown): PipelineRecord | Receipt {
  const parsed = Pipeline.safeParse(input);
  if (!parsed.success) return receipt('pipeline', null, 'has a part we do not understand');
  const pipeline = parsed.data;
  return {
    kind: 'pipeline',
    id: pipeline.id,
    updatedAt: toChangedAt(pipeline.updatedAt),
    archived: pipeline.archived ?? false,
    label: pipeline.label.trim(),
    stages: pipeline.stages.map(({ id: stageId, label, metadata }) => ({
      id: stageId,
      label,
      closed: closedAs(metadata ?? {}),
    })),
  };
}

function closedAs(metadata: Readonly<Record<string, unknown>>): 'won' | 'lost' | null {
  if (String(metadata['isClosed']) !== 'true') return null;
  return Number(metadata['probability']) === 1 ? 'won' : 'lost';
}

function divide<R extends OwnerRecord | PipelineRecord>(
  results: readonly (R | Receipt)[],
): { records: readonly R[]; receipts: readonly Receipt[] } {
  return {
    records: results.filter((each): each is R => !isReceipt(each)),
    receipts: results.filter((each): each is Receipt => isReceipt(each)),
  };
}
