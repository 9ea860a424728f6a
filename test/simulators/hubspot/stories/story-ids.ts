import type { ObjectName } from '../hubspot-record.ts';
import type { Cast, Story, StoryActivity } from './story.ts';

/** Which HubSpot ids a story got. The same stories give the same ids. */
export interface StoryIds {
  readonly story: string;
  readonly company: string;
  /** By the person's key. */
  readonly people: Readonly<Record<string, string>>;
  readonly deals: { readonly first: string | null; readonly second: string | null };
  readonly lead: string | null;
  /** By the activity's id in the story. */
  readonly activities: Readonly<Record<string, ActivityId>>;
}

export interface ActivityId {
  readonly type: ObjectName;
  readonly id: string;
}

export interface SellerIds {
  readonly ownerId: string;
  readonly userId: string;
}

const OBJECT_OF_KIND: Readonly<Record<StoryActivity['kind'], ObjectName>> = {
  email: 'emails',
  call: 'calls',
  meeting: 'meetings',
  note: 'notes',
  chat: 'communications',
  ticket: 'tickets',
  survey: 'feedback_submissions',
  task: 'tasks',
};

/** `place` counts the stories from 1, in the order of their file names. */
export function storyIds(story: Story, place: number): StoryIds {
  return {
    story: story.id,
    company: String(100_000 + place),
    people: Object.fromEntries(
      story.people.map((person, index) => [person.key, String(200_000 + place * 10 + index)]),
    ),
    deals: {
      first: story.deal === undefined ? null : String(300_000 + place * 10 + 1),
      second: story.deal2 === undefined ? null : String(300_000 + place * 10 + 2),
    },
    lead: story.lead === undefined ? null : String(400_000 + place),
    activities: Object.fromEntries(
      story.activities.map((activity, index) => [
        activity.id,
        { type: OBJECT_OF_KIND[activity.kind], id: String(5_000_000 + place * 1_000 + index + 1) },
      ]),
    ),
  };
}

export function sellerIds(cast: Cast): Readonly<Record<string, SellerIds>> {
  return Object.fromEntries(
    cast.sellers.map((seller, index) => [
      seller.key,
      { ownerId: String(501 + index), userId: String(9_001 + index) },
    ]),
  );
}
