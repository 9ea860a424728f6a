import type { ObjectName, Properties } from '../hubspot-record.ts';

/** Who changed something, as HubSpot's events tell it (research/hubspot.md §4.7; sourceId of an app: assumed). */
export interface ChangeSource {
  readonly changeSource: 'CRM_UI' | 'INTEGRATION';
  readonly sourceId: string;
}

export const A_PERSON: ChangeSource = { changeSource: 'CRM_UI', sourceId: 'userId:9001' };

export type ChangeKind =
  | 'creation'
  | 'propertyChange'
  | 'deletion'
  | 'restore'
  | 'merge'
  | 'associationChange'
  | 'privacyDeletion';

/** What happened to a record, before it becomes one or more events. */
export interface Change {
  readonly type: ObjectName;
  readonly id: string;
  readonly what: ChangeKind;
  /** Properties whose value changed. */
  readonly properties: Properties;
  readonly source: ChangeSource;
  /** Fields that only this kind of event has. */
  readonly more?: object;
}
