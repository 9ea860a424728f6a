import { randomUUID } from 'node:crypto';

/** One HTTP answer of the stand-in. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

/** Some inputs failed: HubSpot answers 207 with the good results and an error list. */
export function partly(body: unknown): Answer {
  return { status: 207, body };
}

/** HubSpot's error body (recorded: data/crm-recordings/hubspot/errors/errors.json). */
export function refuse(status: number, category: string, message: string): Answer {
  return { status, body: { status: 'error', message, correlationId: randomUUID(), category } };
}

export function invalid(message: string): Answer {
  return refuse(400, 'VALIDATION_ERROR', message);
}

/** Form recorded in mk-node-hubspot#89 for SECONDLY; TEN_SECONDLY_ROLLING in api-nodejs#416. */
export function tooMany(policyName: 'SECONDLY' | 'TEN_SECONDLY_ROLLING' | 'DAILY'): Answer {
  return {
    status: 429,
    body: {
      status: 'error',
      message: `You have reached your ${policyName.toLowerCase()} limit.`,
      errorType: 'RATE_LIMIT',
      correlationId: randomUUID(),
      policyName,
      requestId: randomUUID(),
    },
  };
}
