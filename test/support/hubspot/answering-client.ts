import type { HubSpotClient } from '../../../server/crm/hubspot/client.ts';

/** HubSpot's transport with answers that no stand-in would give. */
export function clientThatAnswers(
  answer: (path: string, query: Readonly<Record<string, string>>) => unknown,
): HubSpotClient {
  return {
    call: ({ path, query = {} }) => Promise.resolve(answer(path, query)),
    reserve: (_calls, work) => work(),
  };
}
