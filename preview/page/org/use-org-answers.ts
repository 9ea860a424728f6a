import { useContext, useEffect } from 'react';
import { DeskContext } from '../../kit/desk.ts';
import type { AttuneOrg } from '../../lightning/lightning-org.ts';
import { answerForOrg, type OrgSubject } from './org-client.ts';

declare global {
  interface Window {
    /** Read by the card's frame (preview/lightning/frame.js). */
    attuneOrg?: AttuneOrg;
  }
}

/** Answers the frames of this page for as long as one is shown. */
export function useOrgAnswers(
  subjects: readonly OrgSubject[],
  onChoose: (subject: OrgSubject) => void,
): void {
  const { announce } = useContext(DeskContext);
  useEffect(() => {
    window.attuneOrg = answerForOrg({
      open: (recordId) => {
        const found = subjects.find((each) => each.recordId === recordId);
        if (found !== undefined) onChoose(found);
        else announce({ tone: 'info', title: 'Salesforce would open this record.', lines: [] });
      },
      tell: ({ variant, title, message }) =>
        announce({
          tone: variant === 'error' ? 'danger' : variant,
          title,
          lines: message === undefined ? [] : [message],
        }),
    });
  }, [subjects, onChoose, announce]);
}
