import { z } from 'zod';
import { AppError, type ErrorCode } from '../../shared/errors.ts';
import type { RouteAnswer } from './route.ts';

export type ReportError = (error: unknown) => void;

/** Codes without a row are our fault: 500, and a human is told. */
const STATUS: Partial<Record<ErrorCode, number>> = {
  request_invalid: 400,
  signature_invalid: 401,
  crm_forbidden: 403,
  not_permitted: 403,
  record_unknown: 404,
  tenant_unknown: 404,
  not_available: 404,
  step_unknown: 409,
  questions_unknown: 409,
  cursor_moved: 409,
  crm_rejected: 422,
  crm_rate_limited: 503,
  crm_budget_spent: 503,
  crm_unavailable: 503,
  database_unavailable: 503,
};

/** One of the three places that decide about errors: what a caller over HTTP is told. */
export function toErrorAnswer(error: unknown, report: ReportError): RouteAnswer {
  if (error instanceof z.ZodError) {
    const where = error.issues.map(({ path }) => path.join('.')).join(', ');
    return answer(400, 'request_invalid', `The request does not fit: ${where || 'unknown part'}.`);
  }
  const status = error instanceof AppError ? STATUS[error.code] : undefined;
  if (error instanceof AppError && status !== undefined) {
    if (status >= 500) report(error);
    return answer(status, error.code, error.message);
  }
  const bodyStatus = statusOfBodyParser(error);
  if (bodyStatus !== null)
    return answer(bodyStatus, 'request_invalid', 'The request body cannot be read.');
  report(error);
  return answer(500, 'unexpected', 'Something went wrong on our side. It has been noted.');
}

function answer(status: number, code: ErrorCode, message: string): RouteAnswer {
  return { status, json: { error: { code, message } } };
}

/** body-parser marks its own errors with a 4xx `status`: too large, wrong encoding, aborted. */
function statusOfBodyParser(error: unknown): number | null {
  if (!(error instanceof Error) || !('status' in error)) return null;
  const { status } = error;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}
