import type { PostVerdictBody } from './card-contract.ts';

export type RecordKind = PostVerdictBody['recordKind'];

/** HubSpot's object type ids. https://developers.hubspot.com/docs/guides/crm/understanding-the-crm#object-type-ids */
const KIND_BY_TYPE: Readonly<Record<string, RecordKind>> = {
  '0-1': 'contact',
  '0-3': 'deal',
  '0-136': 'lead',
};

export const CONTACT_TYPE = '0-1';

/** A card is placed on deals and contacts only; anything else would be a wrong placement, read as a contact. */
export function toRecordKind(objectTypeId: string): RecordKind {
  return KIND_BY_TYPE[objectTypeId] ?? 'contact';
}
