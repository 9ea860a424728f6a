import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import type { Instant } from '../../../shared/ids.ts';
import type { CrmNotice, CrmWebhook } from '../requests.ts';
import { OBJECT_KINDS, OBJECT_TYPES } from './objects.ts';
import type { ObjectKind } from './objects.ts';
import { assertSigned } from './signature.ts';
import type { SignatureSettings } from './signature.ts';
import { toInstant } from './values.ts';

/**
 * HubSpot's events become marks. They come in any order and more than once, and eventId is not unique, so the key is
 * (portal, type, object, property, moment) (research/hubspot.md §4.7). Events that mark nothing of ours are passed over.
 */
export function createWebhook(settings: WebhookSettings): CrmWebhook {
  return {
    verifyAndParse(request) {
      assertSigned(settings, request);
      const { appId } = settings;
      const events = parseEvents(request.body).filter((event) => !isEcho(event, appId));
      return events.flatMap(toNotices);
    },
  };
}

export interface WebhookSettings extends SignatureSettings {
  readonly appId: string;
}

const id = z.union([z.string(), z.number()]).transform(String);
const Event = z.object({
  portalId: id,
  subscriptionType: z.string(),
  occurredAt: id,
  objectId: id.nullish(),
  objectTypeId: z.string().nullish(),
  propertyName: z.string().nullish(),
  changeSource: z.string().nullish(),
  sourceId: id.nullish(),
  // The fields below are assumed: the guides name them, no recording shows them.
  fromObjectId: id.nullish(),
  fromObjectTypeId: z.string().nullish(),
  toObjectId: id.nullish(),
  toObjectTypeId: z.string().nullish(),
  primaryObjectId: id.nullish(),
  mergedObjectIds: z.array(id).nullish(),
});
type Event = z.infer<typeof Event>;

function parseEvents(body: Buffer): Event[] {
  try {
    const input: unknown = JSON.parse(body.toString('utf8'));
    // One event in a form we do not know must not cost the others of its batch.
    return z
      .array(z.unknown())
      .parse(input)
      .flatMap((each) => Event.safeParse(each).data ?? []);
  } catch (cause) {
    throw new AppError('request_invalid', "HubSpot's webhook is not a list of events.", {
      recovery: 'skip',
      cause,
    });
  }
}

/** What we wrote ourselves comes back as an event. That an app's writes carry its id here is assumed (research §7). */
function isEcho({ changeSource, sourceId }: Event, appId: string): boolean {
  return changeSource === 'INTEGRATION' && sourceId === appId;
}

const KIND_BY_TYPE_ID: ReadonlyMap<string, ObjectKind> = new Map(
  OBJECT_KINDS.map((kind) => [OBJECT_TYPES[kind].typeId, kind]),
);

/** Older subscriptions name the object in the type itself: `deal.propertyChange`. */
const OLD_NAMES: Readonly<Record<string, Mark['kind']>> = {
  contact: 'contact',
  company: 'company',
  deal: 'deal',
  ticket: 'ticket',
  // Its `objectId` is the thread's (webhooks guide, "conversations subscriptions").
  conversation: 'thread',
};

interface Mark {
  readonly kind: ObjectKind | 'thread' | undefined;
  readonly id: string | null | undefined;
  readonly change: CrmNotice['change'];
}

function toNotices(event: Event): CrmNotice[] {
  const [noun = '', verb = ''] = event.subscriptionType.split('.');
  const kind = KIND_BY_TYPE_ID.get(event.objectTypeId ?? '') ?? OLD_NAMES[noun];
  return marksOf(event, verb, kind).flatMap((mark): CrmNotice[] => {
    if (mark.kind === undefined || typeof mark.id !== 'string') return [];
    const { kind: marked, id: recordId, change } = mark;
    const told = { kind: marked, id: recordId, change, happenedAt: momentOf(event) };
    return [{ key: keyOf(event, recordId), accountId: event.portalId, ...told }];
  });
}

function marksOf(event: Event, verb: string, kind: Mark['kind']): Mark[] {
  const one = (change: CrmNotice['change']): Mark[] => [{ kind, id: event.objectId, change }];
  switch (verb) {
    case 'creation':
    case 'propertyChange':
      return one('changed');
    case 'restore':
      return one('restored');
    case 'deletion':
      return one('deleted');
    case 'privacyDeletion':
      return one('privacy_deleted');
    case 'associationChange':
      return bothEnds(event);
    case 'merge':
      return merged(event, kind);
    default:
      return [];
  }
}

function bothEnds(event: Event): Mark[] {
  const end = (typeId: string | null | undefined, recordId: Mark['id']): Mark => ({
    kind: KIND_BY_TYPE_ID.get(typeId ?? ''),
    id: recordId,
    change: 'changed',
  });
  return [
    end(event.fromObjectTypeId, event.fromObjectId),
    end(event.toObjectTypeId, event.toObjectId),
  ];
}

function merged(event: Event, kind: Mark['kind']): Mark[] {
  const survivor = event.primaryObjectId ?? event.objectId;
  const gone = (event.mergedObjectIds ?? []).filter((each) => each !== survivor);
  return [
    { kind, id: survivor, change: 'changed' },
    // What hung on them lives on with the survivor: the worker sees that when it asks for them.
    ...gone.map((each): Mark => ({ kind, id: each, change: 'changed' })),
  ];
}

/** Milliseconds since 1970, as documented; an event without a readable moment happened long ago. */
function momentOf({ occurredAt }: Event): Instant {
  return toInstant(occurredAt) ?? new Date(0).toISOString();
}

function keyOf(event: Event, recordId: string): string {
  const { portalId, subscriptionType, objectTypeId, propertyName, occurredAt } = event;
  const parts = [portalId, subscriptionType, objectTypeId ?? '', recordId, propertyName ?? ''];
  return [...parts, occurredAt].join(':');
}
