import { useEffect, useState } from 'react';
import { getOrg, type OrgView } from './org-client.ts';

const POLL_MS = 1_500;

/** The stand-in org, asked again until its first night is written and its card can be drawn; null where there is none. */
export function useOrg(): OrgView | null {
  const [org, setOrg] = useState<OrgView | null>(null);
  const isSettled = org !== null && org.isTold && org.cardPage !== 'building';
  useEffect(() => {
    if (isSettled) return undefined;
    const look = () =>
      void getOrg().then(
        (found) => setOrg((before) => (isSame(before, found) ? before : found)),
        () => undefined,
      );
    look();
    const timer = setInterval(look, POLL_MS);
    return () => clearInterval(timer);
  }, [isSettled]);
  return org;
}

function isSame(before: OrgView | null, found: OrgView): boolean {
  return JSON.stringify(before) === JSON.stringify(found);
}
