import { Button, useExtensionActions } from '@hubspot/ui-extensions';

type Props = { readonly what: string; readonly text: string };

export function CopyButton({ what, text }: Props) {
  const { addAlert, copyTextToClipboard } = useExtensionActions<'crm.record.sidebar'>();
  const copy = async () => {
    try {
      await copyTextToClipboard(text);
      addAlert({ type: 'success', message: `Copied: ${what}.` });
    } catch {
      addAlert({ type: 'danger', message: 'The browser did not allow copying.' });
    }
  };
  return (
    <Button size="xs" variant="transparent" testId={`copy-${what}`} onClick={() => void copy()}>
      Copy
    </Button>
  );
}
