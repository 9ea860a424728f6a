/** As the app's project tells HubSpot: hubspot-app/src/app/app-hsmeta.json. */
export const CALLBACK_PATH = '/oauth/hubspot/callback';
export const INSTALL_PATH = '/oauth/hubspot/install';
