import type { HubSpotRecord, HubSpotUtterance, Properties } from '../hubspot-record.ts';
import type { Line, StoryActivity } from './story.ts';
import { ownerId, storyOwner } from './story-scene.ts';
import type { CastMember, Scene } from './story-scene.ts';
import { fillTemplates, instantOf } from './story-time.ts';

type Of<K extends StoryActivity['kind']> = Extract<StoryActivity, { kind: K }>;

export interface RenderedActivity {
  readonly record: HubSpotRecord;
  readonly transcript: readonly [string, readonly HubSpotUtterance[]] | null;
}

/** One activity of a story as the object that HubSpot would hold. */
export function renderActivity(scene: Scene, activity: StoryActivity): RenderedActivity {
  const { type, id } = idOf(scene, activity.id);
  const at = instantOf(scene.calendar, activity.at);
  const loggedAt = activity.at.offset < 0 ? at : lastPast(scene);
  const properties = propertiesOf(scene, activity);
  return {
    record: {
      type,
      id,
      properties: { hs_timestamp: at, hubspot_owner_id: ownerOf(scene, activity), ...properties },
      associations: { contacts: contactIds(scene, activity), deals: dealIds(scene, activity) },
      createdAt: loggedAt,
      updatedAt: loggedAt,
    },
    transcript: transcriptOf(scene, activity),
  };
}

/** What lies in the future was put into the calendar when the two sides last spoke. */
function lastPast({ story, calendar }: Scene): string {
  const past = story.activities.filter((activity) => activity.at.offset < 0);
  const last = past
    .map((activity) => instantOf(calendar, activity.at))
    .sort()
    .at(-1);
  return last ?? instantOf(calendar, { offset: -1, time: '17:00' });
}

type Render<K extends StoryActivity['kind']> = (scene: Scene, activity: Of<K>) => Properties;

const RENDERERS: { readonly [K in StoryActivity['kind']]: Render<K> } = {
  email,
  call,
  meeting,
  note: (scene, { text }) => ({ hs_note_body: fill(scene, text) }),
  chat,
  ticket,
  survey,
  task,
};

function propertiesOf<K extends StoryActivity['kind']>(scene: Scene, activity: Of<K>): Properties {
  // The table has for each kind the renderer of that kind; TypeScript cannot follow the key through a union.
  const render = RENDERERS[activity.kind] as Render<K>;
  return render(scene, activity);
}

function email(scene: Scene, activity: Of<'email'>): Properties {
  const from = member(scene, activity.from);
  const [to, cc] = [activity.to, activity.cc].map((keys) => keys.map((key) => member(scene, key)));
  const thread = activity.thread === undefined ? null : `${scene.story.id}-${activity.thread}`;
  return {
    hs_email_subject: fill(scene, activity.subject),
    hs_email_html: fill(scene, activity.html),
    hs_email_text: fill(scene, activity.text),
    hs_email_direction: from.side === 'seller' ? 'EMAIL' : 'INCOMING_EMAIL',
    hs_email_headers: JSON.stringify({
      from: address(from),
      to: (to ?? []).map(address),
      cc: (cc ?? []).map(address),
    }),
    hs_email_from_email: from.email,
    hs_email_to_email: (to ?? []).map((each) => each.email).join(';'),
    hs_email_cc_email: (cc ?? []).map((each) => each.email).join(';'),
    hs_email_thread_id: thread,
  };
}

function address({ name, email: mail }: CastMember): object {
  const [firstName = '', ...rest] = name.split(' ');
  return { email: mail, firstName, lastName: rest.join(' ') };
}

const CALL_MINUTES = 25;

function call(scene: Scene, activity: Of<'call'>): Properties {
  const outbound = member(scene, activity.from).side === 'seller';
  return {
    hs_call_title: 'Call',
    hs_call_body: fill(scene, activity.text),
    hs_call_direction: outbound ? 'OUTBOUND' : 'INBOUND',
    hs_call_duration: String(CALL_MINUTES * 60_000),
    hs_call_has_transcript: String(activity.transcript !== undefined),
    hs_call_transcription_id:
      activity.transcript === undefined ? null : transcriptId(scene, activity),
  };
}

function transcriptId(scene: Scene, activity: StoryActivity): string {
  return `t${idOf(scene, activity.id).id}`;
}

function transcriptOf(scene: Scene, activity: StoryActivity): RenderedActivity['transcript'] {
  if (activity.kind !== 'call' || activity.transcript === undefined) return null;
  const utterances = activity.transcript.map(({ who, says }, index) => {
    const { name, email: mail } = member(scene, who);
    const startTimeMillis = index * 12_000;
    return {
      speaker: { name, email: mail },
      text: fill(scene, says) ?? '',
      startTimeMillis,
      endTimeMillis: startTimeMillis + 11_000,
    };
  });
  return [transcriptId(scene, activity), utterances];
}

function meeting(scene: Scene, activity: Of<'meeting'>): Properties {
  const start = instantOf(scene.calendar, activity.at);
  const past = activity.at.offset < 0;
  const words = fill(scene, activity.text);
  return {
    hs_meeting_title: fill(scene, activity.title),
    hs_meeting_start_time: start,
    hs_meeting_end_time: later(start, activity.minutes),
    // Before it, the text is the invitation's; after it, the rep's notes.
    hs_meeting_body: past ? null : words,
    hs_internal_meeting_notes: past ? words : null,
    hs_meeting_outcome:
      activity.outcome === 'cancelled' ? 'CANCELED' : past ? 'COMPLETED' : 'SCHEDULED',
  };
}

function chat(scene: Scene, activity: Of<'chat'>): Properties {
  const say = ({ who, says }: Line): string =>
    `${member(scene, who).name}: ${(fill(scene, says) ?? '').trim()}`;
  return {
    hs_communication_channel_type: 'WHATS_APP',
    hs_communication_body: activity.lines.map(say).join('\n'),
  };
}

/** HubSpot's default support pipeline: 1 is new, 4 is closed. */
function ticket(scene: Scene, activity: Of<'ticket'>): Properties {
  const at = instantOf(scene.calendar, activity.at);
  const closed = activity.status === 'closed';
  return {
    subject: fill(scene, activity.subject),
    content: fill(scene, activity.text),
    createdate: at,
    source_type: 'EMAIL',
    hs_pipeline: '0',
    hs_pipeline_stage: closed ? '4' : '1',
    closed_date: closed ? later(at, 120) : null,
  };
}

function survey(scene: Scene, activity: Of<'survey'>): Properties {
  return {
    hs_survey_type: activity.survey.toUpperCase(),
    hs_survey_name: activity.question,
    hs_value: String(activity.score),
    hs_content: fill(scene, activity.text ?? undefined),
    hs_submission_timestamp: instantOf(scene.calendar, activity.at),
    hs_contact_email_rollup: member(scene, activity.from).email,
  };
}

function task(scene: Scene, activity: Of<'task'>): Properties {
  return {
    hs_timestamp: instantOf(scene.calendar, activity.due),
    hs_task_subject: fill(scene, activity.subject),
    hs_task_body: fill(scene, activity.text),
    hs_task_status: 'NOT_STARTED',
  };
}

function fill(scene: Scene, text: string | undefined): string | null {
  return text === undefined || text.trim() === '' ? null : fillTemplates(text, scene.calendar);
}

function later(at: string, minutes: number): string {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString();
}

function member(scene: Scene, key: string): CastMember {
  const found = scene.cast.get(key);
  if (found === undefined) throw new Error(`${scene.story.id} names nobody called "${key}".`);
  return found;
}

function idOf(scene: Scene, activityId: string): { type: HubSpotRecord['type']; id: string } {
  const found = scene.ids.activities[activityId];
  if (found === undefined) throw new Error(`${scene.story.id} has no activity ${activityId}.`);
  return found;
}

/** The seller who wrote, met or called; else whose customer it is. */
function ownerOf(scene: Scene, activity: StoryActivity): string | null {
  const seller = keysOf(activity).find((key) => key in scene.sellers);
  return ownerId(scene, seller ?? storyOwner(scene));
}

function keysOf(activity: StoryActivity): string[] {
  const many = ['to' in activity ? activity.to : [], 'cc' in activity ? activity.cc : []];
  const speakers = 'lines' in activity ? activity.lines.map(({ who }) => who) : [];
  const present = 'with' in activity ? activity.with : [];
  return [...new Set([activity.from ?? [], ...many, present, speakers].flat())];
}

/** Who takes part on the buyer's side; a rep's note or task hangs on the whole buying group. */
function contactIds(scene: Scene, activity: StoryActivity): string[] {
  const { story, ids } = scene;
  const present = keysOf(activity).filter((key) => key in ids.people);
  const group = activity.deal === 'second' ? story.deal2?.people : story.deal?.people;
  const keys = present.length > 0 ? present : (group ?? Object.keys(ids.people));
  return keys.map((key) => ids.people[key] ?? '');
}

function dealIds({ ids }: Scene, activity: StoryActivity): string[] {
  const wanted = {
    none: [],
    first: ['first'],
    second: ['second'],
    both: ['first', 'second'],
  } as const;
  const names: readonly ('first' | 'second')[] = wanted[activity.deal ?? 'first'];
  return names.flatMap((name) => ids.deals[name] ?? []);
}
