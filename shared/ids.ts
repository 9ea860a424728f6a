/** One connected CRM account. Ours, a UUID. */
export type TenantId = string & { readonly brand?: 'TenantId' };

/** A moment as ISO 8601 in UTC, with milliseconds. Compares as text. */
export type Instant = string & { readonly brand?: 'Instant' };
