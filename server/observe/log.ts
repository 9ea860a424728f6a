import { pino, type Logger } from 'pino';

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

/** JSON lines on standard error: standard output belongs to answers that programs read. */
export function createLog(level: 'silent' | 'error' | 'warn' | 'info' | 'debug'): Log {
  const paths = REDACTED.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  return pino(
    { level, base: null, redact: { paths, censor: '[hidden]' } },
    pino.destination({ dest: 2, sync: true }),
  );
}
