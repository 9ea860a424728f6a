import { createHash } from 'node:crypto';

/**
 * The work id of something that a tenant has only once, such as its refresh: enqueuing it twice is one piece of work.
 * A UUID of version 8 (RFC 9562, 5.8), made from the names.
 */
export function workIdOf(...names: readonly string[]): string {
  const bytes = createHash('sha256').update(names.join('|')).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
