import { AppError } from '../../../shared/errors.ts';
import type { CardRecord } from '../port.ts';

export function unknownRecord({ kind, id }: CardRecord): AppError {
  return new AppError(
    'record_unknown',
    `Attune has not read ${kind} ${id} yet. A new record appears after the next change or the next night.`,
    { recovery: 'skip' },
  );
}
