import { AppError } from '../../../shared/errors.ts';
import type { CrmPort } from '../../crm/port.ts';
import type { RecordKind } from '../../crm/records.ts';
import type { Probe } from './preflight.ts';

/** No record has this id: what counts is whether the CRM lets us ask. */
const NOBODY = '0';

/** One small call a kind. Throws whatever is not a refusal: an account that cannot be reached says nothing of rights. */
export async function probePermissions(
  crm: Pick<CrmPort, 'readRecords'>,
  kinds: readonly RecordKind[],
): Promise<readonly Probe[]> {
  const probes: Probe[] = [];
  for (const kind of kinds) probes.push({ kind, allowed: await mayAsk(crm, kind) });
  return probes;
}

async function mayAsk(crm: Pick<CrmPort, 'readRecords'>, kind: RecordKind): Promise<boolean> {
  try {
    await crm.readRecords(kind, [NOBODY]);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'crm_forbidden') return false;
    throw error;
  }
}
