import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import type { CrmNotice, CrmWebhook } from '../port.ts';
import { OBJECT_KINDS, OBJECT_TYPES } from './objects.ts';
import type { ObjectKind } from './objects.ts';
import { assertSigned } from './signature.ts';
import type { SignatureSettings } from './signature.ts';

/**
 * HubSpot's events become marks. They come in any order and more than once, and eventId is not unique, so the key is
 * (portal, type, object, property, moment) (research/hubspot.md §4.7). Events that mark nothing of ours are passed over.
 */
export function createWebhook(settings: SignatureSettings): CrmWebhook {
  return {
    verifyAndParse(request) {
      assertSigned(settings, request);
      return parseEvents(request.body).flatMap(toNotices);
    },
  };
}

const id = z.union([z.string(), z.number()]).transform(String);
const Event = z.object({
  portalId: id,
  subscriptionType: z.string(),
  occurredAt: id,
  objectId: id.nullish(),
  objectTypeId: z.string().nullish(),
  propertyName: z.string().nullish(),
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

const KIND_BY_TYPE_ID: ReadonlyMap<string, ObjectKind> = new Map(
  OBJECT_KINDS.map((kind) => [OBJECT_TYPES[kind].typeId, kind]),
);

/** Older subscriptions name the object in the type itself: `deal.propertyChange`. */
const OLD_NAMES: Readonly<Record<string, ObjectKind>> = {
  contact: 'contact',
  company: 'company',
  deal: 'deal',
  ticket: 'ticket',
};

interface Mark {
  readonly kind: ObjectKind | undefined;
  readonly id: string | null | undefined;
  readonly change: CrmNotice['change'];
}

function toNotices(event: Event): CrmNotice[] {
  const [noun = '', verb = ''] = event.subscriptionType.split('.');
  const kind = KIND_BY_TYPE_ID.get(event.objectTypeId ?? '') ?? OLD_NAMES[noun];
  return marksOf(event, verb, kind).flatMap((mark): CrmNotice[] => {
    if (mark.kind === undefined || typeof mark.id !== 'string') return [];
    const { kind: marked, id: recordId, change } = mark;
    const key = keyOf(event, recordId);
    return [{ key, accountId: event.portalId, kind: marked, id: recordId, change }];
  });
}

function marksOf(event: Event, verb: string, kind: ObjectKind | undefined): Mark[] {
  const one = (change: CrmNotice['change']): Mark[] => [{ kind, id: event.objectId, change }];
  switch (verb) {
    case 'creation':
    case 'propertyChange':
    case 'restore':
      return one('changed');
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

function merged(event: Event, kind: ObjectKind | undefined): Mark[] {
  const survivor = event.primaryObjectId ?? event.objectId;
  const gone = (event.mergedObjectIds ?? []).filter((each) => each !== survivor);
  return [
    { kind, id: survivor, change: 'changed' },
    ...gone.map((each): Mark => ({ kind, id: each, change: 'deleted' })),
  ];
}

function keyOf(event: Event, recordId: string): string {
  const { portalId, subscriptionType, objectTypeId, propertyName, occurredAt } = event;
  const parts = [portalId, subscriptionType, objectTypeId ?? '', recordId, propertyName ?? ''];
  return [...parts, occurredAt].join(':');
}
