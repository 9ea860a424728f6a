import type * as H from '@hubspot/ui-extensions';
import { useContext, useEffect, useId, useRef } from 'react';
import { OverlayContext } from './overlay.ts';

/** The browser's own dialog keeps the focus inside, closes on Escape and gives the focus back. */
export function Panel({ title, width = 'sm', children, testId, ...rest }: H.PanelProps) {
  const { close } = useContext(OverlayContext);
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`hs-panel hs-${width}`}
      aria-label={rest['aria-label']}
      aria-labelledby={rest['aria-label'] ? undefined : heading}
      data-testid={testId ?? rest.id}
      onClose={close}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <header className="hs-panel-head">
        <h2 id={heading}>{title}</h2>
        <button
          type="button"
          className="hs-button hs-secondary hs-xs"
          onClick={() => dialog.current?.close()}
        >
          Close
        </button>
      </header>
      {children}
    </dialog>
  );
}

export function PanelBody({ children }: H.PanelBodyProps) {
  return <div className="hs-panel-body">{children}</div>;
}

export function PanelSection({ children }: H.PanelSectionProps) {
  return <div className="hs-panel-section">{children}</div>;
}
