/** One connected CRM account. Ours, a UUID. */
export type TenantId = string & { readonly brand?: 'TenantId' };

/** A record's id inside its CRM account. Always text: HubSpot's are numbers beyond 2^53 in places. */
export type CrmId = string & { readonly brand?: 'CrmId' };

/** A moment as ISO 8601 in UTC, with milliseconds. Compares as text. */
export type Instant = string & { readonly brand?: 'Instant' };
