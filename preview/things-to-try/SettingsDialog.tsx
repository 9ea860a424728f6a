import { useEffect, useRef, useState } from 'react';
import { HostedSettings } from '../card-host/HostedSettings.tsx';

/** Attune's settings page, as HubSpot shows it to an admin under Connected apps. */
export function SettingsDialog() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="hs-button hs-secondary hs-sm"
        data-testid="open-settings"
        onClick={() => setOpen(true)}
      >
        Open the settings as an admin
      </button>
      {isOpen && <Dialog onClose={() => setOpen(false)} />}
    </>
  );
}

function Dialog({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="settings-dialog"
      aria-label="Attune’s settings"
      data-testid="settings"
      onClose={onClose}
    >
      <header>
        <h2>Attune, settings</h2>
        <button
          type="button"
          className="hs-button hs-secondary hs-xs"
          onClick={() => dialog.current?.close()}
        >
          Close
        </button>
      </header>
      <HostedSettings />
    </dialog>
  );
}
