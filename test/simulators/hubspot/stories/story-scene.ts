import type { Story } from './story.ts';
import type { SellerIds, StoryIds } from './story-ids.ts';
import type { StoryCalendar } from './story-time.ts';

/** All that is needed to turn one story into HubSpot's records. */
export interface Scene {
  readonly story: Story;
  readonly ids: StoryIds;
  readonly calendar: StoryCalendar;
  readonly sellers: Readonly<Record<string, SellerIds>>;
  /** Names and addresses of both sides, by key. */
  readonly cast: ReadonlyMap<string, CastMember>;
}

export interface CastMember {
  readonly name: string;
  readonly email: string;
  readonly side: 'seller' | 'buyer';
}

/** Whose contacts they are: the deal's, lead's or conversation's owner, else the first seller who appears. */
export function storyOwner({ story, sellers }: Scene): string {
  const named = [story.deal, story.lead, story.conversation].find((each) => each !== undefined);
  const writers = story.activities.flatMap((activity) => activity.from ?? []);
  const first = writers.find((key) => key in sellers) ?? Object.keys(sellers)[0];
  return named?.owner ?? first ?? '';
}

export function ownerId({ sellers }: Scene, key: string): string | null {
  return sellers[key]?.ownerId ?? null;
}
