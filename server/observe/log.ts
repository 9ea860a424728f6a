import { pino, type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

/** Names under which secrets or people's words could travel; their values never reach the output. */
const REDACTED = [
  'token',
  'accessToken',
  'refreshToken',
  'secret',
  'password',
  'email',
  'text',
  'body',
  'quote',
];

/** JSON lines; on standard error unless told otherwise, for standard output belongs to answers that programs read. */
export function createLog(
  level: 'silent' | 'error' | 'warn' | 'info' | 'debug',
  to: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Log {
  const paths = REDACTED.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  return pino(
    {
      level,
      base: null,
      redact: { paths, censor: '[hidden]' },
      serializers: { err: describeError },
    },
    to,
  );
}

/** An error's own fields may hold a connection with its settings, or a row: only name, code, message and place go out. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  const code = 'code' in error ? error.code : undefined;
  return {
    name,
    code,
    message,
    stack,
    cause: error.cause instanceof Error ? error.cause.message : undefined,
  };
}
