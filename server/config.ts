import { z } from 'zod';
import { AppError } from '../shared/errors.ts';

/** Every variable of the environment that Attune reads, and nothing else reads it. Anything of one tenant is a row. */
const Environment = z.object({
  DATABASE_URL: z
    .url()
    .optional()
    .describe('PostgreSQL for the app role; unset: the embedded one in .attune/'),
  DATABASE_OWNER_URL: z
    .url()
    .optional()
    .describe('PostgreSQL for migrations; unset with the embedded one'),
  DATABASE_DISPATCHER_URL: z
    .url()
    .optional()
    .describe('PostgreSQL for the dispatcher role and the queue'),
  REDIS_URL: z
    .url()
    .optional()
    .describe('Redis 7 or newer for the queue; unset: the queue lives in PostgreSQL'),
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(3210)
    .describe('Where the web role listens; 0: any free port'),
  PUBLIC_ORIGIN: z
    .url()
    .optional()
    .describe('How the CRM reaches us, for signatures: https://attune.example.com'),
  ATTUNE_FOLDER: z
    .string()
    .min(1)
    .optional()
    .describe('Where the sandbox keeps its files; unset: .attune beside package.json'),
  ATTUNE_ROLE: z.enum(['web', 'worker', 'both']).default('both').describe('What this process does'),
  ATTUNE_KEY: z
    .string()
    .optional()
    .describe('Base64 of 32 bytes: encrypts CRM credentials; unset: a 0600 key file'),
  ATTUNE_KEY_PREVIOUS: z
    .string()
    .optional()
    .describe('Still opens what it encrypted, while ATTUNE_KEY is rotated'),
  HUBSPOT_APP_ID: z
    .string()
    .optional()
    .describe('The HubSpot app whose cards and webhooks we answer'),
  HUBSPOT_CLIENT_ID: z.string().optional().describe('OAuth client of the HubSpot app'),
  HUBSPOT_CLIENT_SECRET: z.string().optional().describe('Signs requests of the HubSpot app'),
  HUBSPOT_CLIENT_SECRET_PREVIOUS: z
    .string()
    .optional()
    .describe('Still accepted while the secret is rotated'),
  SALESFORCE_CLIENT_ID: z
    .string()
    .optional()
    .describe('Consumer key of the External Client App in Salesforce'),
  SALESFORCE_CLIENT_SECRET: z
    .string()
    .optional()
    .describe('Consumer secret of the External Client App'),
  SALESFORCE_LOGIN_URL: z
    .url()
    .optional()
    .describe('Where admins sign in; unset: https://login.salesforce.com'),
  SALESFORCE_PUBSUB_ENDPOINT: z
    .string()
    .regex(/^[\w.-]+:\d+$/)
    .optional()
    .describe('Where change events come from; unset: api.pubsub.salesforce.com:7443'),
  READER_THREADS: z.coerce
    .number()
    .int()
    .min(0)
    .max(64)
    .optional()
    .describe('Threads that read texts; unset: one a core; 0: none besides the main one'),
  METRICS_TOKEN: z
    .string()
    .min(16)
    .optional()
    .describe('Opens /health and /metrics to callers from elsewhere; unset: to this machine only'),
  OPERATIONS_WEBHOOK_URL: z
    .url()
    .optional()
    .describe('Told by POST when an account needs reconnecting; unset: nobody is'),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'])
    .default('warn')
    .describe('How much is logged'),
});

export type Environment = z.infer<typeof Environment>;

/** Throws `configuration_invalid` with every fault at once, so that one start is enough to mend them all. */
export function parseEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
): Environment {
  const parsed = Environment.safeParse(variables);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new AppError(
    'configuration_invalid',
    `The environment does not fit. ${faults.join('; ')}. Mend these variables and start again.`,
    { recovery: 'abort', cause: parsed.error },
  );
}

export function readEnvironment(): Environment {
  return parseEnvironment(process.env);
}
