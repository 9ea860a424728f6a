import { TYPE_IDS } from '../hubspot-record.ts';
import type { ObjectName } from '../hubspot-record.ts';
import type { Change } from './change.ts';

/** One event as HubSpot sends it, before its attempt is counted (research/hubspot.md §4.7). */
export type WebhookEvent = Readonly<Record<string, unknown>> & {
  readonly portalId: number;
  readonly subscriptionType: string;
};

/** What the app asked to hear; a missing name means any. */
export interface Subscription {
  readonly subscriptionType: string;
  readonly objectType?: ObjectName;
  readonly propertyName?: string;
}

/** Large texts raise no event of their own (developers.hubspot.com, generic webhooks): creation tells of them. */
const NO_EVENT = new Set(['hs_email_html', 'hs_email_subject', 'hs_communication_body']);

interface Sender {
  readonly accountId: string;
  readonly appId: string;
  readonly occurredAt: number;
  nextEventId(): number;
}

export function eventsOf(change: Change, sender: Sender): readonly WebhookEvent[] {
  if (change.what !== 'propertyChange') return [toEvent(change, sender, FIELDS[change.what] ?? {})];
  return Object.entries(change.properties)
    .filter(([name]) => !NO_EVENT.has(name))
    .map(([propertyName, propertyValue]) =>
      toEvent(change, sender, { propertyName, propertyValue }),
    );
}

export function isSubscribed(
  subscriptions: readonly Subscription[] | undefined,
  change: Change,
  event: WebhookEvent,
): boolean {
  if (subscriptions === undefined) return true;
  return subscriptions.some(
    ({ subscriptionType, objectType = change.type, propertyName = event.propertyName }) =>
      subscriptionType === event.subscriptionType &&
      objectType === change.type &&
      propertyName === event.propertyName,
  );
}

/** `changeFlag`: developers.hubspot.com, webhooks guide, "payloads". */
const FIELDS: Readonly<Partial<Record<Change['what'], object>>> = {
  creation: { changeFlag: 'NEW' },
  deletion: { changeFlag: 'DELETED' },
};

function toEvent(change: Change, sender: Sender, fields: object): WebhookEvent {
  const { accountId, appId, occurredAt } = sender;
  return {
    eventId: sender.nextEventId(),
    subscriptionId: 1,
    portalId: Number(accountId),
    appId: Number(appId),
    occurredAt,
    ...subject(change),
    ...change.source,
    ...fields,
    ...change.more,
  };
}

interface Subject {
  readonly subscriptionType: string;
  readonly objectId?: number;
  readonly objectTypeId?: string;
}

/** An association's change names its two ends only, and privacy deletion has kept its older name. */
function subject({ what, type, id }: Change): Subject {
  const objectId = Number(id);
  if (what === 'privacyDeletion') return { subscriptionType: 'contact.privacyDeletion', objectId };
  const subscriptionType = `object.${what}`;
  if (what === 'associationChange') return { subscriptionType };
  return { subscriptionType, objectId, objectTypeId: TYPE_IDS[type] };
}
