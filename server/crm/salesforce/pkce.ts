import { createHash, randomBytes } from 'node:crypto';

/** RFC 7636: 32 random bytes are 43 characters of base64url, the shortest verifier that is allowed. */
export function newCodeVerifier(): string {
  return randomBytes(32).toString('base64url');
}

export function toCodeChallenge(codeVerifier: string): string {
  return createHash('sha256').update(codeVerifier).digest('base64url');
}
