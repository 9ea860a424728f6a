import { createHash } from 'node:crypto';
import { InsightPayload, type PayloadView } from '../../shared/insight-payload.ts';
import type { Answer, Reading } from './lightning-org.ts';

/** What a stand-in org must answer, in the viewer's own right. */
export interface OrgRecords {
  /** Null: nothing was written about it, or the viewer may not see it. */
  readonly insightOf: (recordId: string) => Promise<OrgInsight | null>;
  readonly connection: () => Promise<OrgConnection | null>;
  /** What the viewer answered about these people, the latest first. */
  readonly answersAbout: (personIds: readonly string[]) => Promise<readonly Answer[]>;
  /** Whether one of these contacts and leads is not to be analysed, whoever looks. */
  readonly isSilenced: (recordIds: readonly string[]) => Promise<boolean>;
  /** Of these records of one object those that the viewer may see, each with its id and fields. */
  readonly select: (
    object: string,
    recordIds: readonly string[],
    fields: readonly string[],
  ) => Promise<readonly OrgRecord[]>;
}

export interface OrgInsight {
  readonly payload: string;
  readonly generatedAt: string;
}

export interface OrgConnection {
  readonly connectionState: string;
  readonly syncedAt: string | null;
}

export type OrgRecord = Readonly<Record<string, string | null>>;

/** As AttuneSourceCutter.READABLE. */
const READABLE: Readonly<Record<string, readonly string[]>> = {
  EmailMessage: ['Subject', 'TextBody', 'HtmlBody'],
  Task: ['Subject', 'Description'],
  Event: ['Subject', 'Description'],
  Note: ['Body'],
  Case: ['Subject', 'Description'],
  CaseComment: ['CommentBody'],
  ConversationEntry: ['Message'],
  SurveyQuestionResponse: ['ResponseValue'],
};

/** What AttuneInsightReader.read does, for orgs that cannot run Apex: the sandbox's stand-in. */
export async function readAsOrg(recordId: string, org: OrgRecords): Promise<Reading> {
  const base = (await org.connection()) ?? {};
  if (await org.isSilenced([recordId])) return { ...base, state: 'silenced' };
  const insight = await org.insightOf(recordId);
  if (insight === null) return { ...base, state: 'none' };
  const payload = InsightPayload.parse(JSON.parse(insight.payload));
  const told = { ...base, generatedAt: insight.generatedAt };
  if (await org.isSilenced(personsOf(payload.views))) return { ...told, state: 'silenced' };
  const views = await closeViews(payload.views, org);
  if (views.every((view) => view === null)) return { ...told, state: 'closed' };
  const opened = await openSources(payload, org);
  const answers = await org.answersAbout(personsOf(payload.views));
  return {
    ...told,
    state: 'told',
    payload: JSON.stringify({ ...payload, views }),
    cuts: payload.quotes.map((quote) =>
      cut(quote, opened.get(payload.sources[quote.source]?.id ?? '')),
    ),
    openSources: payload.sources.map(({ id }) => opened.has(id)),
    answers,
  };
}

/** Everyone whom the payload speaks of: in a view of their own, or as one of the buying group. */
function personsOf(views: readonly PayloadView[]): readonly string[] {
  return views.flatMap(({ person, card }) => [
    person.id,
    ...(card.kind === 'insight' ? card.people.map((member) => member.person.id) : []),
  ]);
}

const OBJECT_BY_PREFIX: Readonly<Record<string, string>> = {
  '003': 'Contact',
  '006': 'Opportunity',
  '00Q': 'Lead',
};

/** Null in place of a view of a deal or a person whom the viewer may not see, so that the others keep their numbers. */
async function closeViews(views: readonly PayloadView[], org: OrgRecords) {
  const named = views.flatMap(recordsOf);
  const seen = new Set<string>();
  for (const object of Object.values(OBJECT_BY_PREFIX)) {
    const ids = named.filter((id) => objectOf(id) === object);
    if (ids.length === 0) continue;
    for (const { Id } of await org.select(object, ids, ['Id'])) seen.add(Id ?? '');
  }
  return views.map((view) => (recordsOf(view).every((id) => seen.has(id)) ? view : null));
}

/** Somebody known by an address alone has no record; whoever may see the deal may see them. */
function recordsOf({ person, deal }: PayloadView): readonly string[] {
  return [person.id, ...(deal === null ? [] : [deal.id])].filter(
    (id) => objectOf(id) !== undefined,
  );
}

function objectOf(id: string): string | undefined {
  return id.length === 18 ? OBJECT_BY_PREFIX[id.slice(0, 3)] : undefined;
}

async function openSources({ sources }: InsightPayload, org: OrgRecords) {
  const opened = new Map<string, OrgRecord>();
  for (const [object, fields] of Object.entries(READABLE)) {
    const ids = sources.filter((source) => source.object === object).map(({ id }) => id);
    if (ids.length === 0) continue;
    for (const record of await org.select(object, ids, ['Id', ...fields]))
      opened.set(record['Id'] ?? '', record);
  }
  return opened;
}

/** A mail that has no plain text was read from its HTML. */
function textOf(record: OrgRecord | undefined, field: string): string | null | undefined {
  const text = record?.[field];
  return text === null && field === 'TextBody' ? record?.['HtmlBody'] : text;
}

function cut({ field, start, end, hash }: InsightPayload['quotes'][number], record?: OrgRecord) {
  const text = textOf(record, field);
  if (text === undefined) return { missing: 'closed' };
  if (text === null || text.length < end) return { missing: 'gone' };
  const words = text.slice(start, end);
  const found = createHash('sha256').update(words).digest('hex').slice(0, 32);
  return found === hash ? { words } : { missing: 'changed' };
}
