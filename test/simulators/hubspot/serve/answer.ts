import { randomUUID } from 'node:crypto';
import type { WriteProblem } from '../portal/check-properties.ts';

/** One HTTP answer of the stand-in. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export function created(body: unknown): Answer {
  return { status: 201, body };
}

export function nothing(): Answer {
  return { status: 204, body: '' };
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

export function notFound(message = 'resource not found'): Answer {
  return refuse(404, 'OBJECT_NOT_FOUND', message);
}

/**
 * Form of errors[] as in developers.hubspot.com/docs/api-reference/error-handling ("detailed message, code, and context
 * fields"); the message repeats them as JSON, as recorded in many issues.
 */
export function invalidProperties(problems: readonly WriteProblem[]): Answer {
  const { status, body } = invalid(messageOf(problems));
  return { status, body: { ...toObject(body), errors: problems.map(detailOf) } };
}

/** Bodies are objects here, though an answer's type does not say so. */
export function toObject(body: unknown): object {
  return typeof body === 'object' && body !== null ? body : {};
}

export function messageOf(problems: readonly WriteProblem[]): string {
  const told = problems.map(({ code, message, propertyName }) => ({
    ...{ isValid: false, message, error: code, name: propertyName },
    localizedErrorMessage: message,
  }));
  return `Property values were not valid: ${JSON.stringify(told)}`;
}

export function detailOf({ code, message, propertyName }: WriteProblem): object {
  return { message, code, context: { propertyName: [propertyName] } };
}

/** Recorded in hubspot-api-nodejs#268; `requiredGranularScopes` is how newer answers name them (assumed). */
export function missingScopes(scopes: readonly string[]): Answer {
  const message =
    "This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.";
  const { status, body } = refuse(403, 'MISSING_SCOPES', message);
  const detail = {
    message: 'One or more of the following scopes are required.',
    context: { requiredGranularScopes: scopes },
  };
  const links = { scopes: 'https://developers.hubspot.com/scopes' };
  return { status, body: { ...toObject(body), errors: [detail], links } };
}

const LIMIT_WORDS = {
  SECONDLY: 'secondly',
  TEN_SECONDLY_ROLLING: 'ten_secondly_rolling',
  DAILY: 'daily',
} as const;

/** Form recorded in mk-node-hubspot#89 for SECONDLY; TEN_SECONDLY_ROLLING in api-nodejs#416; DAILY after them. */
export function tooMany(policyName: keyof typeof LIMIT_WORDS): Answer {
  return {
    status: 429,
    body: {
      status: 'error',
      message: `You have reached your ${LIMIT_WORDS[policyName]} limit.`,
      errorType: 'RATE_LIMIT',
      correlationId: randomUUID(),
      policyName,
      requestId: randomUUID(),
    },
  };
}
