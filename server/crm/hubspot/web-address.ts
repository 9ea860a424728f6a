/**
 * The list of an account's deals, from where one is opened. HubSpot sends people of other regions on to their own host
 * (research/hubspot.md §4.6).
 */
export function dealsUrl(accountId: string): string {
  return `https://app.hubspot.com/contacts/${accountId}/objects/0-3/views/all/list`;
}
