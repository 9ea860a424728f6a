import { useCallback, useState } from 'react';
import type { OrgSubject, OrgView } from './org/org-client.ts';

export type Shown = 'hubspot' | 'salesforce' | 'both';

/** Which CRM is looked at, and which of the org's records; a record that is chosen shows its CRM, or its half of both. */
export function useOrgLook(org: OrgView | null) {
  const [shown, setShown] = useState<Shown>('hubspot');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const show = useCallback((wanted: Exclude<Shown, 'both'>) => {
    setShown((before) => (before === 'both' ? 'both' : wanted));
  }, []);
  const choose = useCallback(
    ({ recordId }: OrgSubject) => {
      setChosenId(recordId);
      show('salesforce');
    },
    [show],
  );
  const subjects = org?.subjects ?? NONE;
  const isBoth = shown === 'both';
  return {
    ...{ shown: org === null ? 'hubspot' : shown, isBoth, subjects, choose, show },
    subject: subjects.find(({ recordId }) => recordId === chosenId) ?? subjects[0],
    toggleBoth: () => setShown(isBoth ? 'hubspot' : 'both'),
  };
}

const NONE: readonly OrgSubject[] = [];
