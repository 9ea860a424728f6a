import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { AppError } from '../../../shared/errors.ts';

/** Keys of 32 bytes by id. New secrets are sealed with `current`; older keys still open what they sealed. */
export interface KeyRing {
  readonly current: string;
  readonly keys: Readonly<Record<string, Buffer>>;
}

export interface Sealed {
  readonly keyId: string;
  /** 12 bytes nonce, 16 bytes tag, then the cipher text. */
  readonly ciphertext: Buffer;
}

export interface CredentialCipher {
  /** `owner` is bound in: a row copied to another owner does not open. */
  seal(plain: string, owner: string): Sealed;
  /** Throws AppError `secret_unreadable` for a missing key, another owner, or a single changed bit. */
  open(sealed: Sealed, owner: string): string;
}

/** The first key seals, every one opens. A key's id is made from the key, so that a new one never takes an old one's. */
export function createKeyRing(current: Buffer, former: readonly Buffer[]): KeyRing {
  const keys = Object.fromEntries([...former, current].map((key) => [keyIdOf(key), key]));
  return { current: keyIdOf(current), keys };
}

function keyIdOf(key: Buffer): string {
  return createHash('sha256').update('attune key id').update(key).digest('hex').slice(0, 12);
}

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM with a random 96-bit nonce: safe for 2^32 seals under one key (NIST SP 800-38D, 8.3). */
export function createCredentialCipher(ring: KeyRing): CredentialCipher {
  return {
    seal(plain, owner) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', keyOf(ring, ring.current), nonce);
      cipher.setAAD(Buffer.from(owner));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      const ciphertext = Buffer.concat([nonce, cipher.getAuthTag(), body]);
      return { keyId: ring.current, ciphertext };
    },
    open({ keyId, ciphertext }, owner) {
      const key = keyOf(ring, keyId);
      try {
        return decipher(ciphertext, key, owner);
      } catch (cause) {
        throw unreadable(
          `The credentials of ${owner} cannot be decrypted with key ${keyId}.`,
          cause,
        );
      }
    },
  };
}

function decipher(ciphertext: Buffer, key: Buffer, owner: string): string {
  const options = { authTagLength: TAG_BYTES };
  const nonce = ciphertext.subarray(0, NONCE_BYTES);
  const opener = createDecipheriv('aes-256-gcm', key, nonce, options);
  opener.setAAD(Buffer.from(owner));
  opener.setAuthTag(ciphertext.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const body = ciphertext.subarray(NONCE_BYTES + TAG_BYTES);
  return Buffer.concat([opener.update(body), opener.final()]).toString('utf8');
}

function keyOf(ring: KeyRing, keyId: string): Buffer {
  const key = ring.keys[keyId];
  if (key?.length === KEY_BYTES) return key;
  throw unreadable(`There is no key "${keyId}" of ${KEY_BYTES} bytes.`);
}

function unreadable(message: string, cause?: unknown): AppError {
  return new AppError('secret_unreadable', message, { recovery: 'abort', cause });
}
