import { AppError } from '../shared/errors.ts';
import type { Environment } from './config.ts';

const HUBSPOT_API = 'https://api.hubapi.com';
const NEEDED = [
  'PUBLIC_ORIGIN',
  'HUBSPOT_APP_ID',
  'HUBSPOT_CLIENT_ID',
  'HUBSPOT_CLIENT_SECRET',
] as const;

export interface HubSpotSettings {
  readonly baseUrl: string;
  /** How HubSpot reaches us: signatures are made over it. */
  readonly publicOrigin: string;
  readonly appId: string;
  readonly clientId: string;
  readonly clientSecrets: readonly [string, ...string[]];
}

/** HubSpot's settings from the environment; names everything that is missing at once. */
export function requireHubSpot(environment: Environment): HubSpotSettings {
  const missing = NEEDED.filter((name) => environment[name] === undefined);
  if (missing.length > 0) {
    throw new AppError(
      'configuration_invalid',
      `To serve HubSpot, set ${missing.join(', ')} and start again. Without any of them, npm start runs the sandbox.`,
      { recovery: 'abort' },
    );
  }
  const [publicOrigin = '', appId = '', clientId = '', secret = ''] = NEEDED.map(
    (name) => environment[name],
  );
  const former = environment.HUBSPOT_CLIENT_SECRET_PREVIOUS;
  const clientSecrets: [string, ...string[]] = former === undefined ? [secret] : [secret, former];
  return { baseUrl: HUBSPOT_API, publicOrigin, appId, clientId, clientSecrets };
}
