import { useCallback, useState } from 'react';
import type { OrgSubject, OrgView } from './org/org-client.ts';

export type Crm = 'hubspot' | 'salesforce';
export type Shown = Crm | 'both';

/** Which CRM is looked at, and which of the org's records; a record that is chosen shows its CRM, or its half of both. */
export function useOrgLook(org: OrgView | null) {
  const [wanted, show] = useState<Shown>('hubspot');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const choose = useCallback(({ recordId }: OrgSubject) => setChosenId(recordId), []);
  const subjects = org?.subjects ?? NONE;
  const shown: Shown = org === null ? 'hubspot' : wanted;
  return {
    ...{ shown, show, subjects, choose },
    isShown: (crm: Crm) => shown === 'both' || shown === crm,
    subject: subjects.find(({ recordId }) => recordId === chosenId) ?? subjects[0],
  };
}

const NONE: readonly OrgSubject[] = [];
