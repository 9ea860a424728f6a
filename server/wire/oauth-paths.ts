/** As the app's project tells HubSpot: hubspot-app/src/app/app-hsmeta.json. */
export const CALLBACK_PATH = '/oauth/hubspot/callback';
export const INSTALL_PATH = '/oauth/hubspot/install';

/** Where whoever may install Attune connects this very account again; another account is refused there. */
export function reconnectUrlOf(publicOrigin: string, accountId: string): string {
  return `${publicOrigin}${INSTALL_PATH}?account=${accountId}`;
}
