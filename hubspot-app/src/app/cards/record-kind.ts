import type { Focus } from './card-contract.ts';
import type { PostVerdictBody } from './press-contract.ts';

/** What a press can be about; a company's card speaks of one of its deals, and its presses are about that. */
type PressedKind = PostVerdictBody['recordKind'];
export type RecordKind = PressedKind | 'company';

/** A record as HubSpot names it. */
export type CrmRecord = { readonly objectId: number; readonly objectTypeId: string };

export const CONTACT_TYPE = '0-1';
const DEAL_TYPE = '0-3';

/** HubSpot's object type ids. https://developers.hubspot.com/docs/guides/crm/understanding-the-crm#object-type-ids */
const KIND_BY_TYPE: Readonly<Record<string, RecordKind>> = {
  [CONTACT_TYPE]: 'contact',
  [DEAL_TYPE]: 'deal',
  '0-2': 'company',
  '0-136': 'lead',
};

/** A card is placed on deals, contacts and companies only; anything else would be a wrong placement, read as a contact. */
export function toRecordKind(objectTypeId: string): RecordKind {
  return KIND_BY_TYPE[objectTypeId] ?? 'contact';
}

/** The record that a card speaks of: the open one, or on a company the deal or person that was chosen. */
export function spokenOf(open: CrmRecord, focus: Focus | null): CrmRecord {
  if (focus === null || toRecordKind(open.objectTypeId) !== 'company') return open;
  return focus.deal === null
    ? { objectId: Number(focus.person.id), objectTypeId: CONTACT_TYPE }
    : { objectId: Number(focus.deal.id), objectTypeId: DEAL_TYPE };
}

export type PressedRecord = { readonly recordKind: PressedKind; readonly recordId: string };

/** A company's card that speaks of no deal and nobody has nothing to press. */
export function toPressed({ objectId, objectTypeId }: CrmRecord): PressedRecord {
  const kind = toRecordKind(objectTypeId);
  return { recordKind: kind === 'company' ? 'contact' : kind, recordId: String(objectId) };
}
