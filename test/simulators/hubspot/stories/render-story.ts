import type { HubSpotRecord, HubSpotUtterance } from '../hubspot-record.ts';
import { renderActivity } from './render-activity.ts';
import type { Story, StoryDeal } from './story.ts';
import { ownerId, storyOwner } from './story-scene.ts';
import type { Scene } from './story-scene.ts';
import { instantOf } from './story-time.ts';
import type { StoryMoment } from './story-time.ts';

export interface RenderedStory {
  readonly records: readonly HubSpotRecord[];
  readonly transcripts: Readonly<Record<string, readonly HubSpotUtterance[]>>;
}

export function renderStory(scene: Scene): RenderedStory {
  const rendered = scene.story.activities.map((activity) => renderActivity(scene, activity));
  return {
    records: [
      company(scene),
      ...scene.story.people.map((person) => contact(scene, person)),
      ...deals(scene),
      ...lead(scene),
      ...rendered.map(({ record }) => record),
    ],
    transcripts: Object.fromEntries(
      rendered.flatMap(({ transcript }) => (transcript === null ? [] : [transcript])),
    ),
  };
}

/** When the company first turns up in the CRM. */
function beginning({ story, calendar }: Scene): string {
  const moments = [
    ...story.activities.map((activity) => activity.at),
    ...[story.deal, story.deal2].flatMap((deal) => (deal === undefined ? [] : [deal.created])),
  ];
  return instantOf(calendar, moments.reduce(earlier));
}

function earlier(a: StoryMoment, b: StoryMoment): StoryMoment {
  const order = a.offset - b.offset || (a.time < b.time ? -1 : 1);
  return order < 0 ? a : b;
}

function company(scene: Scene): HubSpotRecord {
  const { story, ids } = scene;
  const at = beginning(scene);
  return {
    type: 'companies',
    id: ids.company,
    properties: {
      name: story.company.name,
      domain: story.company.domain,
      industry: story.industry,
    },
    associations: { contacts: Object.values(ids.people) },
    createdAt: at,
    updatedAt: at,
  };
}

function contact(scene: Scene, person: Story['people'][number]): HubSpotRecord {
  const at = beginning(scene);
  const [firstname = '', ...rest] = person.name.split(' ');
  return {
    type: 'contacts',
    id: scene.ids.people[person.key] ?? '',
    properties: {
      firstname,
      lastname: rest.join(' '),
      email: person.email,
      jobtitle: person.title,
      hubspot_owner_id: ownerId(scene, storyOwner(scene)),
    },
    createdAt: at,
    updatedAt: at,
  };
}

function deals(scene: Scene): HubSpotRecord[] {
  const { story, ids } = scene;
  return [
    { deal: story.deal, id: ids.deals.first },
    { deal: story.deal2, id: ids.deals.second },
  ].flatMap(({ deal, id }) => (deal === undefined || id === null ? [] : [toDeal(scene, deal, id)]));
}

function toDeal(scene: Scene, deal: StoryDeal, id: string): HubSpotRecord {
  const { ids, calendar } = scene;
  const createdAt = instantOf(calendar, deal.created);
  const stages = deal.stages.map(({ stage, at }) => ({
    value: stage,
    timestamp: instantOf(calendar, at),
  }));
  const owner = ownerId(scene, deal.owner) ?? '';
  const last = stages.at(-1);
  return {
    type: 'deals',
    id,
    properties: {
      dealname: deal.name,
      pipeline: deal.pipeline,
      dealstage: last?.value ?? null,
      amount: String(deal.amount),
      deal_currency_code: deal.currency,
      createdate: createdAt,
      closedate: instantOf(calendar, deal.close),
      hubspot_owner_id: owner,
    },
    history: {
      dealstage: stages.toReversed(),
      hubspot_owner_id: ownersOf(scene, deal),
    },
    associations: {
      companies: [ids.company],
      contacts: deal.people.map((key) => ids.people[key] ?? ''),
    },
    createdAt,
    updatedAt: last?.timestamp ?? createdAt,
  };
}

/** Newest first, as HubSpot tells it. */
function ownersOf(scene: Scene, { owner, takenOver, created }: StoryDeal) {
  const since = (key: string, at: StoryDeal['created']) => ({
    value: ownerId(scene, key) ?? '',
    timestamp: instantOf(scene.calendar, at),
  });
  if (takenOver === undefined) return [since(owner, created)];
  return [since(owner, takenOver.at), since(takenOver.from, created)];
}

function lead(scene: Scene): HubSpotRecord[] {
  const { story, ids } = scene;
  if (story.lead === undefined || ids.lead === null) return [];
  const at = beginning(scene);
  return [
    {
      type: 'leads',
      id: ids.lead,
      properties: {
        hs_lead_name: story.lead.name,
        hubspot_owner_id: ownerId(scene, story.lead.owner),
        hs_createdate: at,
      },
      associations: { contacts: Object.values(ids.people) },
      createdAt: at,
      updatedAt: at,
    },
  ];
}
