import { AppError } from '../shared/errors.ts';
import type { Environment } from './config.ts';

const LOGIN = 'https://login.salesforce.com';
const NEEDED = ['PUBLIC_ORIGIN', 'SALESFORCE_CLIENT_ID', 'SALESFORCE_CLIENT_SECRET'] as const;

export interface SalesforceSettings {
  /** Where admins sign in and agree, and where tokens are given out. */
  readonly signInUrl: string;
  readonly publicOrigin: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where change events come from, "host:port"; absent: Salesforce's own. */
  readonly pubSubEndpoint?: string | undefined;
  /** How long changes that events told of gather before they are read; absent: half a minute. */
  readonly gatherMs?: number | undefined;
}

/** Salesforce's settings from the environment; names everything that is missing at once. */
export function requireSalesforce(environment: Environment): SalesforceSettings {
  if (!isComplete(environment)) throw incomplete(environment);
  return {
    signInUrl: environment.SALESFORCE_LOGIN_URL ?? LOGIN,
    publicOrigin: environment.PUBLIC_ORIGIN,
    clientId: environment.SALESFORCE_CLIENT_ID,
    clientSecret: environment.SALESFORCE_CLIENT_SECRET,
    pubSubEndpoint: environment.SALESFORCE_PUBSUB_ENDPOINT,
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
    `To serve Salesforce, set ${missing.join(', ')} and start again. Without any of them, only HubSpot is served.`,
    { recovery: 'abort' },
  );
}
