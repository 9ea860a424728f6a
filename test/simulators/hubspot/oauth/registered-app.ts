import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** What HubSpot knows of the app from its uploaded project: the scopes and the addresses that an install may name. */
export interface RegisteredApp {
  readonly appId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Exact addresses. When absent: any origin with the project's path, as profiles fill in `${APP_ORIGIN}`. */
  readonly redirectUris?: readonly string[];
  /** The project's own when absent. */
  readonly requiredScopes?: readonly string[];
  readonly optionalScopes?: readonly string[];
}

export interface Registration {
  readonly requiredScopes: readonly string[];
  readonly optionalScopes: readonly string[];
  allowsRedirect(uri: string): boolean;
}

const PROJECT = path.join(import.meta.dirname, '../../../../hubspot-app/src/app/app-hsmeta.json');
const ORIGIN = '${APP_ORIGIN}';

const Project = z.object({
  config: z.object({
    auth: z.object({
      redirectUrls: z.array(z.string()),
      requiredScopes: z.array(z.string()),
      optionalScopes: z.array(z.string()),
    }),
  }),
});

export function register(app: RegisteredApp): Registration {
  const { auth } = Project.parse(JSON.parse(readFileSync(PROJECT, 'utf8'))).config;
  const { redirectUris } = app;
  return {
    requiredScopes: app.requiredScopes ?? auth.requiredScopes,
    optionalScopes: app.optionalScopes ?? auth.optionalScopes,
    allowsRedirect: (uri) =>
      redirectUris === undefined
        ? auth.redirectUrls.some((known) => fitsProject(known, uri))
        : redirectUris.includes(uri),
  };
}

function fitsProject(known: string, uri: string): boolean {
  if (!known.startsWith(ORIGIN) || !URL.canParse(uri)) return known === uri;
  const { origin, protocol, hostname } = new URL(uri);
  const isSafe = protocol === 'https:' || ['localhost', '127.0.0.1'].includes(hostname);
  return isSafe && uri === origin + known.slice(ORIGIN.length);
}
