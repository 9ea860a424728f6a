import type { HubSpotStandIn } from '../../simulators/hubspot/start-hubspot.ts';

interface Buyer {
  readonly id: string;
  readonly first: string;
}

const emailOf = ({ first }: Buyer): string => `${first.toLowerCase()}@buyer.example`;

export function putBuyer(hubspot: HubSpotStandIn, buyer: Buyer): void {
  const properties = { firstname: buyer.first, lastname: 'Whitlock', email: emailOf(buyer) };
  hubspot.putRecord({ type: 'contacts', id: buyer.id, properties });
}

/** An open deal of Ada's in the one pipeline, with its buyers. */
export function putDeal(
  hubspot: HubSpotStandIn,
  { id, buyers }: { readonly id: string; readonly buyers: readonly Buyer[] },
): void {
  for (const buyer of buyers) putBuyer(hubspot, buyer);
  const placed = { pipeline: 'sales', dealstage: 'open', hubspot_owner_id: '501' };
  hubspot.putRecord({
    type: 'deals',
    id,
    properties: { dealname: 'Platform migration', ...placed },
    associations: { contacts: buyers.map((buyer) => buyer.id) },
  });
}

interface Mail {
  readonly from: Buyer;
  readonly dealId: string;
  readonly text: string;
}

/** From a buyer to Ada, an hour before the support's clock begins; gives its id. */
export function putMail(hubspot: HubSpotStandIn, { from, dealId, text }: Mail): string {
  const { id } = hubspot.putRecord({
    type: 'emails',
    properties: {
      hs_timestamp: '2026-11-20T09:00:00.000Z',
      hs_email_direction: 'INCOMING_EMAIL',
      hs_email_from_email: emailOf(from),
      hs_email_to_email: 'ada@larkfield.example',
      hs_email_subject: 'The move',
      hs_email_text: text,
      hubspot_owner_id: '501',
    },
    associations: { contacts: [from.id], deals: [dealId] },
  });
  return id;
}
