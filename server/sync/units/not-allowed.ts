import { AppError } from '../../../shared/errors.ts';
import type { Receipt, RecordKind } from '../../crm/records.ts';
import type { SyncUnit, UnitPhase } from '../port.ts';
import { KIND_NOUNS } from './kind-nouns.ts';

/** What an account loses when the CRM does not let us read a kind. */
const COSTS: Readonly<Record<RecordKind, string>> = {
  owner: 'the card cannot say who of your side wrote or noted something',
  pipeline: 'stages and won or lost deals are unknown',
  company: 'cards name no firm',
  contact: 'there are no people to make cards of',
  deal: 'only conversations without a deal get cards',
  lead: 'lead pages show no card',
  email: 'cards rest on calls, meetings and notes alone',
  call: 'nothing said on the phone is in the cards',
  meeting: 'cards know of no meeting, past or ahead',
  note: 'what your side noted is not in the cards',
  chat: 'what buyers wrote in chats is not in the cards',
  thread: 'what visitors asked in the chat on your website is not in the cards',
  ticket: 'what buyers told your support is not in the cards',
  survey: 'what buyers answered in surveys is not in the cards',
  form: 'what buyers wrote in forms is not in the cards',
  task: 'cards do not see what is already planned',
};

/**
 * A missing scope or permission ends one unit and not the night; the receipt says what it costs. Anything else is thrown
 * on. Lists of deleted records and of ids are an extra that a CRM may also simply not have for a kind.
 */
export function receiptOfRefusal(error: unknown, { kind, phase }: SyncUnit): Receipt {
  if (!(error instanceof AppError)) throw error;
  if (error.code === 'crm_forbidden') return { kind, id: null, reason: FORBIDDEN[phase](kind) };
  if (error.code === 'crm_rejected' && phase !== 'changes')
    return { kind, id: null, reason: FORBIDDEN[phase](kind) };
  throw error;
}

const FORBIDDEN: Readonly<Record<UnitPhase, (kind: RecordKind) => string>> = {
  changes: (kind) =>
    `The CRM does not let us read ${KIND_NOUNS[kind]}: a scope or permission is missing. Until it is granted, ${COSTS[kind]}.`,
  first: () =>
    'The CRM does not let us look for the most pressing deals, so cards come in the order of the whole reading.',
  gone: (kind) =>
    `The CRM does not let us list deleted ${KIND_NOUNS[kind]}, so a deletion is noticed by its notice or the weekly comparison.`,
  sweep: (kind) =>
    `The CRM does not let us list the ids of ${KIND_NOUNS[kind]}, so they could not be compared with ours.`,
};
