import { randomUUID } from 'node:crypto';

/** One account's installation of the app. */
export interface Install {
  readonly accountId: string;
  readonly refreshToken: string;
  readonly scopes: readonly string[];
  /** Who installed it. */
  readonly userId: number;
}

interface InstallState extends Install {
  refreshToken: string;
  scopes: readonly string[];
  userId: number;
  /** The widest that this account grants, whatever is asked; null when it grants all. */
  ceiling: readonly string[] | null;
  isInstalled: boolean;
  rotates: boolean;
  generation: number;
}

const DEFAULT_USER_ID = 9001;

/** Which accounts have the app, what they granted, and the access tokens that are out. */
export class Installs {
  readonly #byAccount = new Map<string, InstallState>();
  readonly #tokens = new Map<string, { accountId: string; expiryMs: number }>();
  #issued = 0;

  /** Already installed when the stand-in starts; the token is the same after a restart, so that a stored one stays good. */
  add(accountId: string, scopes: readonly string[]): void {
    this.#byAccount.set(accountId, {
      ...{ accountId, scopes, userId: DEFAULT_USER_ID, isInstalled: true, rotates: false },
      refreshToken: `refresh-${accountId}`,
      ceiling: null,
      generation: 1,
    });
  }

  knows(accountId: string): boolean {
    return this.#byAccount.has(accountId);
  }

  get(accountId: string): Install {
    return this.#of(accountId);
  }

  /** A person approves: a revoked installation comes back with a new refresh token. */
  approve(accountId: string, scopes: readonly string[]): Install {
    const install = this.#of(accountId);
    const { ceiling } = install;
    install.scopes = ceiling === null ? scopes : scopes.filter((each) => ceiling.includes(each));
    if (!install.isInstalled) {
      install.isInstalled = true;
      install.generation += 1;
      install.refreshToken = `refresh-${accountId}-${install.generation}`;
    }
    return install;
  }

  /** At once, and as the most that any later approval grants. */
  setScopes(accountId: string, scopes: readonly string[]): void {
    const install = this.#of(accountId);
    install.scopes = scopes;
    install.ceiling = scopes;
  }

  setInstaller(accountId: string, userId: number): void {
    this.#of(accountId).userId = userId;
  }

  /** The next refresh answers with another refresh token, and the old one stops working. */
  rotateAtNextRefresh(accountId: string): void {
    this.#of(accountId).rotates = true;
  }

  /** Null when the token is not, or no longer, good. */
  refresh(refreshToken: string): Install | null {
    const install = [...this.#byAccount.values()].find(
      (each) => each.isInstalled && each.refreshToken === refreshToken,
    );
    if (install === undefined) return null;
    if (install.rotates) install.refreshToken = `refresh-${install.accountId}-${randomUUID()}`;
    install.rotates = false;
    return install;
  }

  /** Finds without refreshing: for introspection. */
  byRefreshToken(refreshToken: string): Install | null {
    const states = [...this.#byAccount.values()];
    return states.find((each) => each.isInstalled && each.refreshToken === refreshToken) ?? null;
  }

  issue(accountId: string, nowMs: number, lifetimeMs: number): string {
    this.#issued += 1;
    const token = `access-${accountId}-${nowMs}-${this.#issued}`;
    this.#tokens.set(token, { accountId, expiryMs: nowMs + lifetimeMs });
    return token;
  }

  token(accessToken: string): { readonly accountId: string; readonly expiryMs: number } | null {
    return this.#tokens.get(accessToken) ?? null;
  }

  expireTokens(accountId: string, nowMs: number): void {
    for (const token of this.#tokens.values()) {
      if (token.accountId === accountId) token.expiryMs = Math.min(token.expiryMs, nowMs);
    }
  }

  dropToken(accessToken: string): void {
    this.#tokens.delete(accessToken);
  }

  /** As after an uninstall: neither old nor new tokens help. */
  remove(accountId: string): void {
    this.#of(accountId).isInstalled = false;
    for (const [token, { accountId: owner }] of this.#tokens) {
      if (owner === accountId) this.#tokens.delete(token);
    }
  }

  /** Only the refresh token ends; access tokens live on until they expire (assumed, as documented for v1). */
  revokeRefreshToken(refreshToken: string): void {
    const install = this.byRefreshToken(refreshToken);
    if (install !== null) this.#of(install.accountId).isInstalled = false;
  }

  #of(accountId: string): InstallState {
    const install = this.#byAccount.get(accountId);
    if (install === undefined) throw new Error(`The stand-in has no portal ${accountId}.`);
    return install;
  }
}
