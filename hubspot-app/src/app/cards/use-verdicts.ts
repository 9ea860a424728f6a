import { useExtensionActions, useExtensionContext } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { postVerdict } from './api.ts';
import type { Driver, DriverClaim, Focus } from './card-contract.ts';
import { originOf } from './origin-of.ts';
import { toPressed } from './record-kind.ts';
import { useViewing } from './viewing.ts';

export type Verdict = NonNullable<DriverClaim['verdict']>;

/** The rep's answers: shown at once, taken back with a word of explanation when they cannot be saved. */
export function useVerdicts(focus: Focus) {
  const { variables } = useExtensionContext<'crm.record.sidebar'>();
  const viewing = useViewing();
  const { addAlert } = useExtensionActions<'crm.record.sidebar'>();
  const [given, setGiven] = useState<Partial<Record<Driver, Verdict | undefined>>>({});

  const give = async (claim: DriverClaim, verdict: Verdict) => {
    const before = given[claim.driver];
    setGiven((all) => ({ ...all, [claim.driver]: verdict }));
    try {
      await postVerdict(originOf(variables), {
        ...toPressed(viewing),
        dealId: focus.deal?.id ?? null,
        personId: focus.person.id,
        driver: claim.driver,
        verdict,
      });
      addAlert({ type: 'success', message: 'Noted. The next card takes it into account.' });
    } catch {
      setGiven((all) => ({ ...all, [claim.driver]: before }));
      addAlert({ type: 'danger', message: 'Your answer could not be saved. Please try again.' });
    }
  };

  return { verdictOf: (claim: DriverClaim) => given[claim.driver] ?? claim.verdict, give };
}
