import type { Receipt, RecordKind } from '../../crm/records.ts';
import type { ApplyTools } from '../apply-changes.ts';
import type { SyncUnit } from '../port.ts';
import { KIND_NOUNS } from './kind-nouns.ts';

/** Every activity kind has a switch; people, firms and deals are what the rest hangs on and have none. */
export function isSwitchedOff(
  { settings }: Pick<ApplyTools, 'settings'>,
  kind: RecordKind,
): boolean {
  return settings?.notRead.some((off) => off === kind) ?? false;
}

/** Contacts are read all the same. */
const RESPONSES_OFF: Receipt = {
  kind: 'contact',
  id: null,
  reason:
    'Reading what people opened, clicked and visited is switched off in the settings, so contacts carry no such figures.',
};

/** What of a kind that is read goes unread because the admin decided so; told once, with the first page. */
export function partsSwitchedOff(
  { settings }: Pick<ApplyTools, 'settings'>,
  { kind, cursor }: Pick<SyncUnit, 'kind' | 'cursor'>,
): readonly Receipt[] {
  if (kind !== RESPONSES_OFF.kind || cursor !== null) return [];
  return settings?.notRead.includes('responses') === true ? [RESPONSES_OFF] : [];
}

/** Unlike a refusal of the CRM, this is as the admin wants it. */
export function saysSwitchedOff({ kind, reason }: Pick<Receipt, 'kind' | 'reason'>): boolean {
  return reason === switchedOff(kind).reason || reason === RESPONSES_OFF.reason;
}

export function switchedOff(kind: RecordKind): Receipt {
  return {
    kind,
    id: null,
    reason: `Reading ${KIND_NOUNS[kind]} is switched off in the settings, so none were read.`,
  };
}
