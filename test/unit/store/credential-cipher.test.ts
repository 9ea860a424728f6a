import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import {
  createCredentialCipher,
  createKeyRing,
} from '../../../server/store/credentials/credential-cipher.ts';

const [oldKey, newKey] = [randomBytes(32), randomBytes(32)];
const before = createCredentialCipher({ current: 'k1', keys: { k1: oldKey } });
const after = createCredentialCipher({ current: 'k2', keys: { k1: oldKey, k2: newKey } });

describe('the credential cipher', () => {
  it('opens what it sealed', () => {
    fc.assert(
      fc.property(fc.string(), fc.uuid(), (plain, owner) => {
        expect(before.open(before.seal(plain, owner), owner)).toBe(plain.toWellFormed());
      }),
    );
  });

  it('never seals the same twice', () => {
    const sealed = Array.from({ length: 100 }, () => before.seal('token', 'tenant'));
    expect(new Set(sealed.map(({ ciphertext }) => ciphertext.toString('hex'))).size).toBe(100);
  });

  it('notices a single changed bit, wherever it is', () => {
    const { keyId, ciphertext } = before.seal('a secret token', 'tenant');
    for (let bit = 0; bit < ciphertext.length * 8; bit += 1) {
      const changed = Buffer.from(ciphertext);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(() => before.open({ keyId, ciphertext: changed }, 'tenant')).toThrow(
        'cannot be decrypted',
      );
    }
  });

  it('notices that something is missing at the end', () => {
    const { keyId, ciphertext } = before.seal('a secret token', 'tenant');
    for (let length = 0; length < ciphertext.length; length += 1) {
      const cut = { keyId, ciphertext: ciphertext.subarray(0, length) };
      expect(() => before.open(cut, 'tenant')).toThrow('cannot be decrypted');
    }
  });

  it('does not open one tenant’s credentials for another', () => {
    expect(() => before.open(before.seal('token', 'one'), 'other')).toThrow('cannot be decrypted');
  });

  it('opens what an older key sealed, and seals with the current one', () => {
    expect(after.open(before.seal('token', 'tenant'), 'tenant')).toBe('token');
    expect(after.seal('token', 'tenant').keyId).toBe('k2');
  });

  it('says which key it lacks', () => {
    const sealed = after.seal('token', 'tenant');
    expect(() => before.open(sealed, 'tenant')).toThrow('There is no key "k2"');
  });

  it('refuses a key that is too short', () => {
    const weak = createCredentialCipher({ current: 'k1', keys: { k1: randomBytes(16) } });
    expect(() => weak.seal('token', 'tenant')).toThrow('32 bytes');
  });

  it('knows keys by themselves, so that a new key never passes for an old one', () => {
    const rotated = createCredentialCipher(createKeyRing(newKey, [oldKey]));
    const fromBefore = createCredentialCipher(createKeyRing(oldKey, [])).seal('token', 'tenant');
    expect(rotated.open(fromBefore, 'tenant')).toBe('token');
    expect(rotated.seal('token', 'tenant').keyId).not.toBe(fromBefore.keyId);
    const withoutOld = createCredentialCipher(createKeyRing(newKey, []));
    expect(() => withoutOld.open(fromBefore, 'tenant')).toThrow('There is no key');
  });

  it('never names the secret in what it throws', () => {
    const sealed = before.seal('a secret token', 'tenant');
    expect(() => before.open(sealed, 'other')).not.toThrow(/a secret token/);
  });
});
