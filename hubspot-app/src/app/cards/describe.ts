import type { DriverClaim, GroupMember, PersonChip, StageChip } from './card-contract.ts';
import { CONFIDENCE_WORDS, DRIVER_WORDS, POLE_WORDS, ROLE_WORDS, STAGE_WORDS } from './words.ts';

/** "Dana Whitlock · champion": the role where it is known, else the title. */
export function describePerson({ name, title, role }: PersonChip): string {
  const what = role === null ? title : ROLE_WORDS[role];
  return what === null ? name : `${name} · ${what}`;
}

/** Both sides are written out, so that a mismatch is seen without a legend. */
export function describeStage({ stage, crmStage }: StageChip): string {
  const buyer = `Buyer: ${stage === null ? 'not clear yet' : STAGE_WORDS[stage]}`;
  return crmStage === null ? buyer : `${buyer} · CRM: ${crmStage}`;
}

type Need = Pick<DriverClaim, 'driver' | 'pole' | 'word'> | GroupMember['drivers'][number];

/** "Certainty at stake · Said": need, pole and how sure we are, readable while folded. */
export function describeNeed({ driver, pole, word }: Need): string {
  return `${DRIVER_WORDS[driver]} ${POLE_WORDS[pole]} · ${CONFIDENCE_WORDS[word]}`;
}

/** HubSpot's tags and buttons do not wrap in the sidebar; the full words are in the panels. */
export function clip(text: string, longest = 44): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`;
}
