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
  /** Where admins sign in and agree; HubSpot's own when absent. */
  readonly signInUrl?: string;
  /** How HubSpot reaches us: signatures are made over it. */
  readonly publicOrigin: string;
  readonly appId: string;
  readonly clientId: string;
  readonly clientSecrets: readonly [string, ...string[]];
}

/** HubSpot's settings from the environment; names everything that is missing at once. */
export function requireHubSpot(environment: Environment): HubSpotSettings {
  if (!isComplete(environment)) throw incomplete(environment);
  const { HUBSPOT_CLIENT_SECRET: secret, HUBSPOT_CLIENT_SECRET_PREVIOUS: former } = environment;
  return {
    baseUrl: HUBSPOT_API,
    publicOrigin: environment.PUBLIC_ORIGIN,
    appId: environment.HUBSPOT_APP_ID,
    clientId: environment.HUBSPOT_CLIENT_ID,
    clientSecrets: former === undefined ? [secret] : [secret, former],
  };
}

type Complete = Environment & Readonly<Record<(typeof NEEDED)[number], string>>;

function isComplete(environment: Environment): environment is Complete {
  return NEEDED.every((name) => environment[name] !== undefined);
}

function incomplete(environment: Environment): AppError {
  const missing = NEEDED.filter((name) => environment[name] === undefined);
  return new AppError(
    'configuration_invalid',
    `To serve HubSpot, set ${missing.join(', ')} and start again. Without any of them, npm start runs the sandbox.`,
    { recovery: 'abort' },
  );
}
