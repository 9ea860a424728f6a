import { AppError } from '../../../../shared/errors.ts';
import type { SalesforceClient } from '../client.ts';
import { isRefusedFor } from '../errors.ts';
import type { ObjectType } from '../objects/object-type.ts';
import type { Org } from './org.ts';

export interface Reading {
  readonly client: SalesforceClient;
  readonly org: Org;
  readonly clock: () => Date;
}

/** A field that went away since the describe: the shape is asked for once more. */
export async function inKnownShape<T>(
  { org }: Reading,
  type: ObjectType,
  ask: (type: ObjectType) => Promise<T>,
): Promise<T> {
  try {
    return await ask(await org.known(type));
  } catch (error) {
    if (!isRefusedFor(error, 'INVALID_FIELD')) throw error;
    org.forget();
    return ask(await org.known(type));
  }
}

/** The org does not have it, or does not show it to our user, or describes it and knows no such field of its parents. */
export function isAbsent(error: unknown): boolean {
  const isForbidden = error instanceof AppError && error.code === 'crm_forbidden';
  return isForbidden || isRefusedFor(error, 'INVALID_FIELD');
}
