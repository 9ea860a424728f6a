import { createServer } from 'node:net';
import { AppError } from '../../shared/errors.ts';

const TRIES = 20;

/**
 * The port to listen on: the one asked for, which must be free, or the first free one from the usual on. 0 is left to
 * the system.
 */
export async function findPort(asked: number | null, usual: number): Promise<number> {
  if (asked === 0) return 0;
  if (asked !== null) {
    if (await isFree(asked)) return asked;
    throw portTaken(
      `Port ${asked} is taken by another program. Choose another with PORT=…, or leave PORT unset.`,
    );
  }
  for (let port = usual; port < usual + TRIES; port += 1) {
    if (await isFree(port)) return port;
  }
  throw portTaken(
    `Ports ${usual} to ${usual + TRIES - 1} are all taken. Choose one with PORT=… and start again.`,
  );
}

function portTaken(message: string): AppError {
  return new AppError('port_taken', message, { recovery: 'abort' });
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      resolve(false);
    });
    probe.listen(port, '127.0.0.1', () => {
      probe.close(() => {
        resolve(true);
      });
    });
  });
}
