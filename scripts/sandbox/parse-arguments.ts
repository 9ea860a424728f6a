import { parseArgs } from 'node:util';
import { AppError } from '../../shared/errors.ts';

export interface StartArguments {
  /** One night and a summary, no server. */
  readonly once: boolean;
  /** The summary as one line of JSON on standard output. */
  readonly json: boolean;
  /** Forget the old sandbox. */
  readonly fresh: boolean;
}

export function parseArguments(args: readonly string[]): StartArguments {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        once: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        fresh: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (cause) {
    throw new AppError(
      'request_invalid',
      'npm start takes --once (one night, no server), --json (summary as JSON) and --fresh (a new sandbox). Put them after "--".',
      { recovery: 'abort', cause },
    );
  }
}
