import { useEffect, useRef } from 'react';
import type { Shown } from './use-announcements.ts';

type Props = {
  readonly announcements: readonly Shown[];
  readonly onDismiss: (id: number) => void;
};

/** A popover, so that it also stands above an open panel. */
export function Announcements({ announcements, onDismiss }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // React 18 does not know the attribute.
    place.current?.setAttribute('popover', 'manual');
    place.current?.hidePopover();
    if (announcements.length > 0) place.current?.showPopover();
  }, [announcements]);
  return (
    <div ref={place} className="announcements" data-testid="announcements">
      <div role="status" aria-live="polite">
        {announcements.map(({ id, tone, title, lines }) => (
          <section key={id} className={`announcement ${tone}`}>
            <strong>{title}</strong>
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
            <button type="button" className="quiet" onClick={() => onDismiss(id)}>
              Dismiss
            </button>
          </section>
        ))}
      </div>
    </div>
  );
}
