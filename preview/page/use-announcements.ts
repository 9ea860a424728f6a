import { useCallback, useMemo, useRef, useState } from 'react';
import type { Announcement, Desk } from '../kit/desk.ts';

export type Shown = Announcement & { readonly id: number };

const SHOWN_MS = 12_000;
const AT_ONCE = 2;

/** The newest messages, each for a while; nothing the card needs hangs on them. */
export function useAnnouncements() {
  const [announcements, setAnnouncements] = useState<readonly Shown[]>([]);
  const dismiss = useCallback(
    (id: number) => setAnnouncements((all) => all.filter((each) => each.id !== id)),
    [],
  );
  const count = useRef(0);
  const desk: Desk = useMemo(
    () => ({
      announce: (announcement) => {
        count.current += 1;
        const shown = { ...announcement, id: count.current };
        setAnnouncements((all) => [...all, shown].slice(-AT_ONCE));
        setTimeout(() => dismiss(shown.id), SHOWN_MS);
      },
    }),
    [dismiss],
  );
  return { desk, announcements, dismiss };
}
