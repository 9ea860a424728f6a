import { useExtensionActions, useExtensionContext } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { postSlotVerdict } from './api.ts';
import type { Focus, PersonaSlotView } from './card-contract.ts';
import { initialsOf } from './describe.ts';
import { originOf } from './origin-of.ts';
import type { PostSlotVerdictBody } from './press-contract.ts';
import { toPressed } from './record-kind.ts';
import { useViewing } from './viewing.ts';

export type SlotEntry = PersonaSlotView['entries'][number];
export type SlotAnswer = PostSlotVerdictBody['verdict'];

type Judged = { readonly slot: PersonaSlotView['slot']; readonly entryId: string };

const TOLD: Readonly<Record<SlotAnswer, string>> = {
  right: 'Noted: confirmed by you.',
  not_right: 'Noted. It is gone from the card.',
};

/** The rep's answers about the five questions: they hold at once, and are taken back when they cannot be saved. */
export function useSlotVerdicts({ deal, person }: Focus) {
  const { user, variables } = useExtensionContext<'crm.record.sidebar'>();
  const { addAlert } = useExtensionActions<'crm.record.sidebar'>();
  const viewing = useViewing();
  const [given, setGiven] = useState<Readonly<Record<string, SlotAnswer | undefined>>>({});

  const give = async ({ slot, entryId }: Judged, verdict: SlotAnswer) => {
    const before = given[entryId];
    setGiven((all) => ({ ...all, [entryId]: verdict }));
    try {
      const about = { dealId: deal?.id ?? null, personId: person.id, slot, entryId };
      await postSlotVerdict(originOf(variables), { ...toPressed(viewing), ...about, verdict });
      addAlert({ type: 'success', message: TOLD[verdict] });
    } catch {
      setGiven((all) => ({ ...all, [entryId]: before }));
      addAlert({ type: 'danger', message: 'Your answer could not be saved. Please try again.' });
    }
  };

  /** "you", or the initials of the colleague who called it right; null: nobody did. */
  const confirmerOf = ({ id = '', confirmedBy }: SlotEntry): string | null => {
    if (given[id] === 'right' || confirmedBy?.userId === String(user.id)) return 'you';
    return confirmedBy === undefined ? null : initialsOf(confirmedBy.name);
  };
  const stands = ({ id = '' }: SlotEntry) => given[id] !== 'not_right';
  /** What is usual for a role is nobody's answer. */
  const answers = (entry: SlotEntry) => stands(entry) && entry.status !== 'role_default';
  return { answers, confirmerOf, give, stands };
}
