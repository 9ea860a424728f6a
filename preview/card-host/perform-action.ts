import type { Announcement, Desk } from '../kit/desk.ts';

type Alert = { readonly type?: string; readonly message: string; readonly title?: string };

const TONES: Readonly<Record<string, Announcement['tone']>> = {
  success: 'success',
  danger: 'danger',
  warning: 'warning',
};

/** What HubSpot's page does when a card calls one of its actions. */
export async function performAction(
  desk: Desk,
  name: string,
  args: readonly unknown[],
): Promise<void> {
  if (name === 'copyTextToClipboard') return copy(desk, String(args[0]));
  if (name !== 'addAlert') return;
  const alert = args[0] as Alert; // HubSpot's own argument, by the card's types
  desk.announce({
    tone: TONES[alert.type ?? 'info'] ?? 'info',
    title: alert.title ?? alert.message,
    lines: alert.title === undefined ? [] : [alert.message],
  });
}

/** A page without the right to the clipboard still shows what would have been copied. */
async function copy(desk: Desk, text: string): Promise<void> {
  desk.announce({ tone: 'info', title: 'On the clipboard:', lines: [text] });
  await navigator.clipboard.writeText(text).catch(() => undefined);
}
