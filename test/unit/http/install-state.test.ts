import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createInstallStates } from '../../../server/http/routes/oauth/install-state.ts';
import {
  dropNonceCookie,
  readNonceCookie,
  setNonceCookie,
} from '../../../server/http/routes/oauth/nonce-cookie.ts';

const states = createInstallStates(randomBytes(32));
const now = new Date('2026-11-22T08:00:00.000Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe('the state of an install', () => {
  it('brings the purpose back to the browser it was made for', () => {
    for (const accountId of [null, '4242']) {
      const { state, nonce } = states.issue({ accountId }, now);
      expect(states.open(state, nonce, later(599))).toMatchObject({ accountId });
    }
  });

  it('is over after ten minutes', () => {
    const { state, nonce } = states.issue({ accountId: null }, now);
    expect(states.open(state, nonce, later(600))).toBeNull();
  });

  it('opens nowhere else: not with another nonce, none, or another server’s key', () => {
    const { state, nonce } = states.issue({ accountId: null }, now);
    const other = states.issue({ accountId: null }, now);
    expect(states.open(state, other.nonce, now)).toBeNull();
    expect(states.open(state, '', now)).toBeNull();
    expect(createInstallStates(randomBytes(32)).open(state, nonce, now)).toBeNull();
  });

  it('notices a single changed character, wherever it is', () => {
    const { state, nonce } = states.issue({ accountId: '4242' }, now);
    // A last character may differ in bits that base64 ignores.
    for (let at = 0; at < state.length - 1; at += 1) {
      const changed = state.slice(0, at) + (state[at] === 'A' ? 'B' : 'A') + state.slice(at + 1);
      expect(states.open(changed, nonce, now)).toBeNull();
    }
  });

  it('takes no text that somebody made up', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (state, nonce) => {
        expect(states.open(state, nonce, now)).toBeNull();
      }),
    );
  });

  it('is never the same twice, and does not hold the nonce', () => {
    const issued = Array.from({ length: 50 }, () => states.issue({ accountId: null }, now));
    expect(new Set(issued.map(({ state }) => state)).size).toBe(50);
    for (const { state, nonce } of issued) expect(state).not.toContain(nonce);
  });
});

describe('the cookie of an install', () => {
  it('is for our server alone, out of reach of scripts, and comes back from the CRM’s link', () => {
    expect(setNonceCookie('n1')).toBe(
      '__Host-attune-install=n1; Max-Age=600; Path=/; Secure; HttpOnly; SameSite=Lax',
    );
    expect(dropNonceCookie()).toContain('Max-Age=0');
  });

  it('is found among others', () => {
    expect(readNonceCookie('a=1; __Host-attune-install=n1; b=2')).toBe('n1');
    expect(readNonceCookie('x__Host-attune-install=n1')).toBe('');
    expect(readNonceCookie(undefined)).toBe('');
  });

  it('carries a proof that whoever comes back is who went, which only we can make', () => {
    const { state, nonce, codeChallenge } = states.issue({ accountId: null }, now);
    const verifier = states.open(state, nonce, now)?.codeVerifier ?? '';
    expect(verifier).toMatch(/^[\w-]{43}$/);
    expect(createHash('sha256').update(verifier).digest('base64url')).toBe(codeChallenge);
    expect(state + nonce).not.toContain(verifier);
    expect(states.issue({ accountId: null }, now).codeChallenge).not.toBe(codeChallenge);
  });
});
