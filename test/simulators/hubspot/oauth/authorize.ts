import { randomUUID } from 'node:crypto';
import type { Answer } from '../serve/answer.ts';
import type { Registration } from './registered-app.ts';

/** `GET /oauth/authorize`: what the browser sees. The person approves at once (research/hubspot.md §4.6). */

const CODE_LIFETIME_MS = 60_000;

export interface GrantedCode {
  readonly accountId: string;
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  /** S256 of the verifier that must come with the code; null without PKCE. */
  readonly challenge: string | null;
  readonly expiryMs: number;
}

export interface AuthorizeScene {
  readonly registration: Registration;
  readonly clientId: string;
  readonly nowMs: number;
  /** The account that is chosen when the address does not name one by `portal`, the stand-in's own parameter. */
  readonly defaultAccountId: string;
  knowsAccount(accountId: string): boolean;
  keep(code: string, grant: GrantedCode): void;
}

export function authorize(scene: AuthorizeScene, query: URLSearchParams): Answer {
  const refusal = refusalOf(scene, query);
  if (refusal !== null) return errorPage(refusal);
  const redirectUri = query.get('redirect_uri') ?? '';
  const code = randomUUID();
  scene.keep(code, {
    accountId: query.get('portal') ?? scene.defaultAccountId,
    scopes: [...scopesOf(query, 'scope'), ...scopesOf(query, 'optional_scope')],
    redirectUri,
    challenge: query.get('code_challenge'),
    expiryMs: scene.nowMs + CODE_LIFETIME_MS,
  });
  const target = new URL(redirectUri);
  target.searchParams.set('code', code);
  const state = query.get('state');
  if (state !== null) target.searchParams.set('state', state);
  return { status: 302, body: '', headers: { location: target.href } };
}

function refusalOf(scene: AuthorizeScene, query: URLSearchParams): string | null {
  const { registration, clientId } = scene;
  const checks: readonly (readonly [boolean, string])[] = [
    [query.get('client_id') === clientId, 'No app has this client id.'],
    [
      registration.allowsRedirect(query.get('redirect_uri') ?? ''),
      "The redirect_uri is not one of the app's.",
    ],
    [
      isSameSet(scopesOf(query, 'scope'), registration.requiredScopes),
      "The scopes are not exactly the app's.",
    ],
    [
      scopesOf(query, 'optional_scope').every((each) => registration.optionalScopes.includes(each)),
      "An optional scope is not the app's.",
    ],
    [scene.knowsAccount(query.get('portal') ?? scene.defaultAccountId), 'No such account.'],
    [(query.get('code_challenge_method') ?? 'S256') === 'S256', 'Only S256 is known.'],
  ];
  return checks.find(([holds]) => !holds)?.[1] ?? null;
}

/** "The scope set in the authorize URL must equal the app's scopes or the install is blocked" (research/hubspot.md §1). */
function isSameSet(asked: readonly string[], known: readonly string[]): boolean {
  return asked.length === known.length && known.every((each) => asked.includes(each));
}

function scopesOf(query: URLSearchParams, name: string): readonly string[] {
  return (query.get(name) ?? '').split(' ').filter(Boolean);
}

/** HubSpot shows a page of its own and never redirects to an address it does not know (form assumed). */
function errorPage(reason: string): Answer {
  const body = `<html><body><h1>Couldn’t complete the connection</h1><p>${reason}</p></body></html>`;
  return { status: 400, body, headers: { 'content-type': 'text/html;charset=utf-8' } };
}
