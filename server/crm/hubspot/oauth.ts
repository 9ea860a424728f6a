import { Client } from '@hubspot/api-client';
import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import type { CrmAuthorizer, CrmTokens } from '../port.ts';
import { readAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { refusalToError, unexpectedAnswer } from './errors.ts';
import { API_VERSIONS } from './objects.ts';

export interface AuthorizerSettings {
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly timeoutMs: number;
}

const PATH = `/oauth/${API_VERSIONS.oauth}/token`;
const CALL = `POST ${PATH}`;

/** HubSpot's token endpoint: form-encoded, with RFC 6749 errors (research/hubspot.md §4.6). */
export function createAuthorizer(settings: AuthorizerSettings): CrmAuthorizer {
  const transport = new Client({ basePath: settings.baseUrl });
  const { clientId, clientSecret, redirectUri } = settings;

  async function ask(grant: Readonly<Record<string, string>>): Promise<CrmTokens> {
    const form = new URLSearchParams({
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uri: redirectUri,
      ...grant,
    });
    const request = transport.apiRequest({
      method: 'POST',
      path: PATH,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
      defaultJson: false,
    });
    const answer = await readAnswer(request, { call: CALL, timeoutMs: settings.timeoutMs });
    return toTokens(answer);
  }

  return {
    exchangeCode: (code) => ask({ grant_type: 'authorization_code', code }),
    refresh: (refreshToken) => ask({ grant_type: 'refresh_token', refresh_token: refreshToken }),
  };
}

const id = z.union([z.string(), z.number()]).transform(String);
const Tokens = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.number().positive(),
  hub_id: id,
  user_id: id.nullish(),
  scopes: z.array(z.string()).nullish(),
});

function toTokens(answer: Answer): CrmTokens {
  if (answer.status >= 300) throw refusal(answer);
  const tokens = Tokens.safeParse(parseOrNull(answer.body)).data;
  if (tokens === undefined) throw unexpectedAnswer(CALL, 'holds no tokens');
  return {
    accessToken: tokens.access_token,
    refreshToken: tokens.refresh_token,
    expiresInSeconds: tokens.expires_in,
    accountId: tokens.hub_id,
    userId: tokens.user_id ?? null,
    scopes: tokens.scopes ?? [],
  };
}

/** A withdrawn grant needs a person; a wrong client is our own configuration. */
const REFUSALS: Readonly<Record<string, () => AppError>> = {
  invalid_grant: () =>
    new AppError('crm_unauthorized', 'HubSpot no longer accepts this connection.', {
      recovery: 'reauthorize',
    }),
  invalid_client: () =>
    new AppError('configuration_invalid', 'HubSpot does not know this app id and secret.', {
      recovery: 'abort',
    }),
};

function refusal(answer: Answer): AppError {
  const body = z.object({ error: z.string() }).safeParse(parseOrNull(answer.body));
  return REFUSALS[body.data?.error ?? '']?.() ?? refusalToError({ ...answer, call: CALL });
}

function parseOrNull(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
