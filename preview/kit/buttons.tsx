import type * as H from '@hubspot/ui-extensions';
import { useId, useState } from 'react';
import { useOpenAddress } from './desk.ts';
import { OverlayContext } from './overlay.ts';

/** What HubSpot hands to every handler; plain, because it crosses the worker's border. */
const reactions = {
  openPanel: () => undefined,
  closePanel: () => undefined,
  openModal: () => undefined,
  closeModal: () => undefined,
};

export function toExtensionEvent(): H.ExtensionEvent {
  return { type: 'click', bubbles: true, timeStamp: Date.now(), id: '' };
}

export function Button({
  variant = 'secondary',
  size = 'md',
  disabled,
  onClick,
  overlay,
  href,
  children,
  testId,
}: H.ButtonProps) {
  const [open, setOpen] = useState(false);
  const openAddress = useOpenAddress();
  const press = () => {
    if (overlay) setOpen(true);
    if (href !== undefined) openAddress(href);
    void onClick?.(toExtensionEvent(), reactions);
  };
  return (
    <>
      <button
        type="button"
        className={`hs-button hs-${variant} hs-${size}`}
        disabled={disabled}
        aria-haspopup={overlay ? 'dialog' : undefined}
        data-testid={testId}
        onClick={press}
      >
        {children}
      </button>
      {open && (
        <OverlayContext.Provider value={{ close: () => setOpen(false) }}>
          {overlay}
        </OverlayContext.Provider>
      )}
    </>
  );
}

export function ButtonRow({ children }: H.ButtonRowProps) {
  return <div className="hs-button-row">{children}</div>;
}

export function Dropdown({ buttonText, variant = 'secondary', children, testId }: H.DropdownProps) {
  const [open, setOpen] = useState(false);
  const menu = useId();
  return (
    <div
      className="hs-dropdown"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
      onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
    >
      <button
        type="button"
        className={`hs-button hs-${variant} hs-xs hs-caret`}
        aria-expanded={open}
        aria-controls={menu}
        data-testid={testId}
        onClick={() => setOpen(!open)}
      >
        {buttonText}
      </button>
      {open && (
        <div id={menu} className="hs-menu" onClick={() => setOpen(false)}>
          {children}
        </div>
      )}
    </div>
  );
}

export function DropdownButtonItem({ children, onClick }: H.DropdownButtonItemProps) {
  return (
    <button
      type="button"
      className="hs-menu-item"
      onClick={() => void onClick?.(toExtensionEvent(), reactions)}
    >
      {children}
    </button>
  );
}
