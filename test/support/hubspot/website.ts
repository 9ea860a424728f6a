import type { HubSpotForm, HubSpotThread } from '../../simulators/hubspot/hubspot-record.ts';

/** What stands in the stand-in of a website; a test names only what it is about. */

type Line = readonly [at: string, actorId: string, text: string];

/** A live chat of contact 7. */
export function thread(
  id: string,
  lines: readonly Line[],
  more: Partial<HubSpotThread> = {},
): HubSpotThread {
  return { ...threadOfStranger(id, lines), associatedContactId: '7', ...more };
}

/** A live chat of somebody whom HubSpot has not as a contact; its messages are those lines. */
export function threadOfStranger(id: string, lines: readonly Line[]): HubSpotThread {
  return {
    ...{ id, originalChannelId: '1000' },
    createdAt: lines[0]?.[0] ?? '2026-11-01T09:00:00.000Z',
    messages: lines.map(([createdAt, actorId, text], index) => ({
      ...{ id: `${id}-${index}`, type: 'MESSAGE', createdAt, actorId, text },
    })),
  };
}

/** Asks for an address, a firm and, at length, what is on one's mind. */
export function contactForm(id: string): Omit<HubSpotForm, 'submissions'> {
  return {
    ...{ id, name: 'Contact us' },
    fields: [
      { name: 'email', label: 'E-mail', fieldType: 'email' },
      { name: 'company', label: 'Company', fieldType: 'single_line_text' },
      { name: 'message', label: 'What can we do for you?', fieldType: 'multi_line_text' },
    ],
  };
}

export function submission(conversionId: string, submittedAt: string, message: string) {
  const values = { email: 'Dana@buyer.example', company: 'Fenwick', message };
  return { conversionId, submittedAt, values };
}
