import { randomBytes } from 'node:crypto';

/** One person's leave for our app in one org. */
export interface Grant {
  readonly orgId: string;
  readonly userId: string;
  readonly scopes: readonly string[];
}

interface Held extends Grant {
  refreshToken: string;
  readonly spent: Set<string>;
  readonly accessTokens: Set<string>;
}

export interface IssuedTokens extends Grant {
  readonly accessToken: string;
  /** Null where the flow gives none. */
  readonly refreshToken: string | null;
}

/**
 * Who may do what with which token. A refresh token is worth one use; whoever comes with a spent one ends the grant, with
 * all its access tokens (research/salesforce.md §0.2).
 */
export class Grants {
  readonly #held = new Set<Held>();

  issue(grant: Grant): IssuedTokens {
    const held: Held = {
      ...grant,
      refreshToken: token('r'),
      spent: new Set(),
      accessTokens: new Set(),
    };
    this.#held.add(held);
    return this.#tokensOf(held, held.refreshToken);
  }

  /** An access token that nothing renews. */
  issueBare(grant: Grant): IssuedTokens {
    const held: Held = {
      ...grant,
      refreshToken: token('none'),
      spent: new Set(),
      accessTokens: new Set(),
    };
    this.#held.add(held);
    return this.#tokensOf(held, null);
  }

  /** Null: refused. */
  rotate(refreshToken: string): IssuedTokens | null {
    const held = [...this.#held].find(
      (each) => each.refreshToken === refreshToken || each.spent.has(refreshToken),
    );
    if (held === undefined) return null;
    if (held.spent.has(refreshToken)) {
      this.#held.delete(held);
      return null;
    }
    held.spent.add(refreshToken);
    held.refreshToken = token('r');
    return this.#tokensOf(held, held.refreshToken);
  }

  holderOf(accessToken: string): Grant | null {
    return [...this.#held].find(({ accessTokens }) => accessTokens.has(accessToken)) ?? null;
  }

  expireAll(): void {
    for (const { accessTokens } of this.#held) accessTokens.clear();
  }

  revoke(anyToken: string): void {
    for (const held of this.#held)
      if (held.refreshToken === anyToken || held.accessTokens.has(anyToken))
        this.#held.delete(held);
  }

  revokeAll(): void {
    this.#held.clear();
  }

  #tokensOf(held: Held, refreshToken: string | null): IssuedTokens {
    const accessToken = `${held.orgId}!${token('a')}`;
    held.accessTokens.add(accessToken);
    const { orgId, userId, scopes } = held;
    return { orgId, userId, scopes, accessToken, refreshToken };
  }
}

function token(kind: string): string {
  return `${kind}-${randomBytes(12).toString('base64url')}`;
}
