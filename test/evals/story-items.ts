import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { GoldItem } from '../../scripts/eval/gold-items-of.ts';
import type { Participant } from '../../server/inference/reading.ts';
import { DRIVERS, POLES } from '../../shared/vocabulary.ts';
import { Cast, Story, type StoryActivity } from '../simulators/hubspot/stories/story.ts';
import { fillTemplates } from '../simulators/hubspot/stories/story-time.ts';

const STORIES = join(import.meta.dirname, '..', 'fixtures', 'stories');
const CALENDAR = { firstNight: '2026-11-24', timeZone: 'Europe/London' };

const Truth = z.object({
  readings: z.array(
    z.object({
      activity: z.string(),
      person: z.string(),
      driver: z.enum(DRIVERS),
      pole: z.enum(POLES),
      status: z.string(),
      quote: z.string(),
    }),
  ),
});
type Truth = z.infer<typeof Truth>;

/** The stories' activities as labelled items: the sandbox's own authors' truth, a second set beside the gold one. */
export function storyItems(): readonly GoldItem[] {
  const cast = Cast.parse(parse(read('cast.yaml')));
  const sellers = cast.sellers.map(({ key, name, title }) =>
    person(key, 'seller', { name, title }),
  );
  const ids = readdirSync(STORIES).filter((name) => name.endsWith('.story.yaml'));
  return ids.toSorted().flatMap((name) => itemsOfStory(name.replace('.story.yaml', ''), sellers));
}

function itemsOfStory(id: string, sellers: readonly Participant[]): readonly GoldItem[] {
  const story = Story.parse(parse(read(`${id}.story.yaml`)));
  const truth = Truth.parse(JSON.parse(read(`${id}.truth.json`)));
  const buyers = story.people.map((each) => person(each.key, 'buyer', each));
  return story.activities.map((activity) =>
    itemOf(`${id}/${activity.id}`, activity, {
      people: [...buyers, ...sellers],
      truth,
    }),
  );
}

function itemOf(
  id: string,
  activity: StoryActivity,
  { people, truth }: { readonly people: readonly Participant[]; readonly truth: Truth },
): GoldItem {
  const text = fillTemplates(textOf(activity, people), CALENDAR);
  const author = isDialogue(activity) ? null : (activity.from ?? null);
  const side = people.find((each) => each.id === author)?.side;
  const direction = activity.kind === 'email' ? (side === 'buyer' ? 'in' : 'out') : null;
  return {
    id,
    hard: [],
    labels: labelsOf(truth.readings.filter((reading) => reading.activity === activity.id)),
    optional: [],
    input: { kind: activity.kind, direction, author, people, text },
  };
}

function labelsOf(readings: Truth['readings']): GoldItem['labels'] {
  const pairs = new Map(
    readings.map(({ driver, pole }) => [`${driver}/${pole}`, { driver, pole }]),
  );
  return [...pairs.values()].map(({ driver, pole }) => {
    const same = readings.filter((each) => each.driver === driver && each.pole === pole);
    return {
      driver,
      pole,
      quotes: same.map((each) => fillTemplates(each.quote, CALENDAR)),
      statuses: same.map((each) => each.status),
      persons: same.map((each) => each.person),
    };
  });
}

function isDialogue(activity: StoryActivity): boolean {
  return (
    activity.kind === 'chat' || (activity.kind === 'call' && activity.transcript !== undefined)
  );
}

function textOf(activity: StoryActivity, people: readonly Participant[]): string {
  const lines =
    'lines' in activity
      ? activity.lines
      : 'transcript' in activity
        ? activity.transcript
        : undefined;
  if (lines !== undefined) {
    const nameOf = (key: string): string => people.find((each) => each.id === key)?.name ?? key;
    return lines.map(({ who, says }) => `${nameOf(who)}: ${says.trim()}`).join('\n');
  }
  if ('html' in activity && activity.html !== undefined) return activity.html;
  return ('text' in activity ? activity.text : undefined) ?? '';
}

function person(
  id: string,
  side: Participant['side'],
  { name, title }: { readonly name: string; readonly title: string },
): Participant {
  return { id, side, name, title };
}

function read(name: string): string {
  return readFileSync(join(STORIES, name), 'utf8');
}
