import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { HubSpotAccount, HubSpotOwner, HubSpotPipeline } from './hubspot-record.ts';
import { renderStory } from './stories/render-story.ts';
import type { CastMember, Scene } from './stories/story-scene.ts';
import { Cast, Story } from './stories/story.ts';
import { sellerIds, storyIds } from './stories/story-ids.ts';
import type { SellerIds, StoryIds } from './stories/story-ids.ts';

const STORIES = join(import.meta.dirname, '..', '..', 'fixtures', 'stories');

export interface StoryAccount extends HubSpotAccount {
  readonly stories: readonly StoryIds[];
  /** By the seller's key. */
  readonly sellers: Readonly<Record<string, SellerIds>>;
  readonly timeZone: string;
}

export interface StoryBook {
  readonly cast: Cast;
  /** In the order of file names, which the ids rest on. */
  readonly stories: readonly Story[];
}

/** The stories as a HubSpot portal on the night of `firstNight` (`YYYY-MM-DD` in the portal's own time zone). */
export async function loadStories(firstNight: string): Promise<StoryAccount> {
  return tellStories(await readStoryBook(), firstNight);
}

/** A folder of stories and their `cast.yaml`; those of Larkfield when none is named. */
export async function readStoryBook(folder = STORIES): Promise<StoryBook> {
  const cast = Cast.parse(parse(await readFile(join(folder, 'cast.yaml'), 'utf8')));
  const names = (await readdir(folder)).filter((name) => name.endsWith('.story.yaml')).sort();
  return { cast, stories: await Promise.all(names.map((name) => readStory(folder, name))) };
}

export function tellStories({ cast, stories }: StoryBook, firstNight: string): StoryAccount {
  const sellers = sellerIds(cast);
  const calendar = { firstNight, timeZone: cast.company.timeZone };
  const scenes = stories.map((story, index): Scene => {
    const ids = storyIds(story, index + 1);
    return { story, ids, calendar, sellers, cast: membersOf(cast, story) };
  });
  const rendered = scenes.map(renderStory);
  return {
    records: rendered.flatMap(({ records }) => records),
    transcripts: Object.fromEntries(
      rendered.flatMap(({ transcripts }) => Object.entries(transcripts)),
    ),
    owners: cast.sellers.map((seller) => toOwner(seller, sellers)),
    pipelines: cast.pipelines.map(toPipeline),
    stories: scenes.map(({ ids }) => ids),
    sellers,
    timeZone: calendar.timeZone,
  };
}

async function readStory(folder: string, name: string): Promise<Story> {
  const parsed = Story.safeParse(parse(await readFile(join(folder, name), 'utf8')));
  if (!parsed.success) throw new Error(`${name}: ${parsed.error.message}`);
  return parsed.data;
}

function membersOf(cast: Cast, story: Story): ReadonlyMap<string, CastMember> {
  return new Map<string, CastMember>([
    ...cast.sellers.map((seller) => [seller.key, { ...seller, side: 'seller' }] as const),
    ...story.people.map((person) => [person.key, { ...person, side: 'buyer' }] as const),
  ]);
}

const LONG_AGO = '2020-01-01T09:00:00.000Z';

/** Larkfield is small: everyone is in one team and may see each other's customers. */
const TEAM = { id: '71', name: 'Larkfield', primary: true } as const;

function toOwner(
  seller: Cast['sellers'][number],
  ids: Readonly<Record<string, SellerIds>>,
): HubSpotOwner {
  const [firstName = '', ...rest] = seller.name.split(' ');
  return {
    id: ids[seller.key]?.ownerId ?? '',
    email: seller.email,
    firstName,
    lastName: rest.join(' '),
    userId: Number(ids[seller.key]?.userId),
    teams: [TEAM],
    createdAt: LONG_AGO,
    updatedAt: LONG_AGO,
    archived: false,
  };
}

function toPipeline(pipeline: Cast['pipelines'][number], displayOrder: number): HubSpotPipeline {
  const count = pipeline.stages.length;
  return {
    id: pipeline.key,
    label: pipeline.label,
    displayOrder,
    createdAt: LONG_AGO,
    updatedAt: LONG_AGO,
    archived: false,
    stages: pipeline.stages.map((stage, index) => ({
      id: stage.key,
      label: stage.label,
      displayOrder: index,
      metadata: {
        isClosed: String(stage.closed !== undefined),
        probability: probability(stage.closed, index / count),
      },
      archived: false,
    })),
  };
}

function probability(closed: 'won' | 'lost' | undefined, open: number): string {
  if (closed === 'won') return '1.0';
  return closed === 'lost' ? '0.0' : open.toFixed(1);
}
