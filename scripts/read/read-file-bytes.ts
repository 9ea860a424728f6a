import { readFile } from 'node:fs/promises';

/** The file itself cannot be read: wrong path, no permission, a folder. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

export async function readFileBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new Unreadable(`${path} cannot be read. Check the path and that you may open it.`, {
      cause,
    });
  }
}
