/** Signing in to a CRM: separate from CrmPort, since others call it. */

export interface CrmTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresInSeconds: number;
  /** HubSpot portal or Salesforce org. */
  readonly accountId: string;
  /** Who connected it, when the CRM says so. */
  readonly userId: string | null;
  readonly scopes: readonly string[];
  /** Where this account's calls go, for CRMs whose accounts have an address each; absent: the same for all. */
  readonly apiOrigin?: string | null;
}

/** A sign-in begun in a browser. */
export interface AuthorizeRequest {
  readonly state: string;
  readonly accountId: string | null;
  /** PKCE, S256, base64url; only for CRMs that ask for it. */
  readonly codeChallenge?: string;
}

/** The connection that is renewed or asked about, for CRMs whose accounts have an address each. */
export interface KnownConnection {
  readonly apiOrigin: string;
}

/** What the CRM itself says of an access token. */
export interface CrmGrant {
  readonly accountId: string;
  /** As people know the account, when the CRM says it. */
  readonly accountName: string | null;
  readonly userId: string | null;
  readonly scopes: readonly string[];
}

/** The CRM's OAuth desk. Throws AppError: `reauthorize` when the grant was withdrawn, was used or is too old. */
export interface CrmAuthorizer {
  /** Where the browser is sent to agree; with an account id, that account is chosen already. Nothing in it is secret. */
  authorizeUrl(request: AuthorizeRequest): string;
  /** `codeVerifier` belongs to the challenge that `authorizeUrl` carried. */
  exchangeCode(code: string, codeVerifier?: string): Promise<CrmTokens>;
  /** The refresh token that comes back replaces the one that was sent. `reauthorize` when the account moved elsewhere. */
  refresh(refreshToken: string, known?: KnownConnection): Promise<CrmTokens>;
  introspect(accessToken: string, known?: KnownConnection): Promise<CrmGrant>;
  /** The refresh token is worth nothing afterwards. */
  revoke(refreshToken: string): Promise<void>;
  /** Takes our app out of the account; the CRM tells its admins. */
  uninstall(accessToken: string): Promise<void>;
}
