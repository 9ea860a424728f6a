import type { Subjects } from '../../shared/api/sandbox/get-subjects.ts';
import type { Sandbox } from './open-sandbox.ts';
import type { StoryIds } from '../../test/simulators/hubspot/stories/story-ids.ts';

/** Hanneke asked twice what happens if the migration slips, and has to defend the choice within days. */
const BEST_STORY = 'noordermeer-fleet-planning';

type Subject = Subjects['subjects'][number];

/** The stories as a visitor sees them: open deals first, the best one on top, then conversations, then what is closed. */
export async function listSubjects({
  stories,
  standIn,
  attune,
  tenantId,
}: Sandbox): Promise<Subjects> {
  const source: Source = { standIn, stageLabels: labelsOf(stories) };
  const known = stories.stories.flatMap((story) => subjectsOf(source, story));
  const subjects = await Promise.all(
    known.map(async ({ subject, story }) => {
      const record = { kind: subject.recordKind, id: subject.recordId };
      const rows = await attune.stores.insight.loadCards(tenantId, record);
      return { subject: { ...subject, hasCard: rows.length > 0 }, rank: rankOf(subject, story) };
    }),
  );
  return {
    subjects: subjects.toSorted((a, b) => a.rank - b.rank).map(({ subject }) => subject),
    viewers: viewersOf(stories),
  };
}

interface Source {
  readonly standIn: Sandbox['standIn'];
  readonly stageLabels: ReadonlyMap<
    string,
    { readonly label: string; readonly outcome: Subject['outcome'] }
  >;
}

interface KnownSubject {
  readonly subject: Subject;
  readonly story: string;
}

function rankOf({ outcome }: Subject, story: string): number {
  if (story === BEST_STORY && outcome !== 'company') return -1;
  return ['open', 'conversation', 'company', 'won', 'lost'].indexOf(outcome);
}

function subjectsOf(source: Source, story: StoryIds): readonly KnownSubject[] {
  const deals = [story.deals.first, story.deals.second].filter((id) => id !== null);
  const subjects =
    deals.length > 0
      ? deals.map((id) => dealSubject(source, story, id))
      : [conversationSubject(source, story)];
  const companies = deals.length > 1 ? [companySubject(source, story, deals.length)] : [];
  return [...subjects, ...companies].map((subject) => ({ subject, story: story.story }));
}

function dealSubject({ standIn, stageLabels }: Source, story: StoryIds, id: string): Subject {
  const { dealname, dealstage } = standIn.getRecord('deals', id)?.properties ?? {};
  const stage = stageLabels.get(dealstage ?? '') ?? { label: '', outcome: 'open' as const };
  return {
    recordKind: 'deal',
    recordId: id,
    title: dealname ?? id,
    crmStage: stage.label,
    outcome: stage.outcome,
    ...aroundOf(standIn, story),
  };
}

function conversationSubject({ standIn }: Source, story: StoryIds): Subject {
  const around = aroundOf(standIn, story);
  const [first] = around.people;
  return {
    recordKind: 'contact',
    recordId: first?.id ?? '',
    title: first?.name ?? story.story,
    crmStage: 'Conversation',
    outcome: 'conversation',
    ...around,
  };
}

function companySubject({ standIn }: Source, story: StoryIds, deals: number): Subject {
  const around = aroundOf(standIn, story);
  return {
    recordKind: 'company',
    recordId: story.company,
    title: around.company,
    crmStage: `${deals} deals`,
    outcome: 'company',
    ...around,
  };
}

function aroundOf(
  standIn: Sandbox['standIn'],
  story: StoryIds,
): Pick<Subject, 'company' | 'people' | 'hasCard'> {
  const people = Object.values(story.people).map((id) => {
    const {
      firstname,
      lastname,
      jobtitle = null,
    } = standIn.getRecord('contacts', id)?.properties ?? {};
    return { id, name: [firstname, lastname].filter(Boolean).join(' '), title: jobtitle };
  });
  const company = standIn.getRecord('companies', story.company)?.properties['name'] ?? '';
  return { company, people, hasCard: false };
}

function labelsOf({ pipelines }: Sandbox['stories']): Source['stageLabels'] {
  const stages = pipelines.flatMap((pipeline) => pipeline.stages);
  return new Map(
    stages.map(({ id, label, metadata }) => [id, { label, outcome: outcomeOf(metadata) }]),
  );
}

/** HubSpot marks a closed stage with `isClosed` and a won one with probability 1. */
function outcomeOf(metadata: Readonly<Record<string, string>>): Subject['outcome'] {
  if (metadata['isClosed'] !== 'true') return 'open';
  return Number(metadata['probability']) === 1 ? 'won' : 'lost';
}

/** The best story's owner first, and last a colleague of another team, who may open nothing here. */
function viewersOf({ owners }: Sandbox['stories']): Subjects['viewers'] {
  const sellers = owners.map((owner) => ({
    userId: String(owner.userId),
    email: owner.email,
    name: `${owner.firstName} ${owner.lastName}`,
  }));
  const stranger = {
    userId: '9999',
    email: 'visitor@larkfield.example',
    name: 'A colleague without rights',
  };
  return [...sellers, stranger];
}
