import { cardRequestUrl, signRequest } from '../../simulators/hubspot/sign-request.ts';
import { SANDBOX_APP } from '../../simulators/hubspot/start-hubspot.ts';

/** What a card in HubSpot calls; of another portal, or signed with another secret, when given. */
interface Call {
  readonly path: string;
  /** The body of a POST, as it stands; absent: a GET. */
  readonly body?: string;
  readonly portalId?: string;
  readonly clientSecret?: string;
  readonly userId?: string | undefined;
}

interface Told {
  readonly status: number;
  readonly text: string;
}

export type Ask = (call: Call) => Promise<Told>;

interface Portal {
  readonly origin: string;
  readonly accountId: string;
  readonly now: () => Date;
}

const VIEWER = { userId: '9001', userEmail: 'ada@larkfield.example', appId: SANDBOX_APP.appId };

/** Asks as HubSpot does for Ada of this portal: who is looking in the query, and all of it signed. */
export function createAsk({ origin, accountId, now }: Portal): Ask {
  return async ({ path, body, portalId = accountId, userId = VIEWER.userId, ...call }) => {
    const { clientSecret = SANDBOX_APP.clientSecret } = call;
    const url = cardRequestUrl(`${origin}${path}`, { ...VIEWER, userId, portalId });
    const method = body === undefined ? 'GET' : 'POST';
    const nowMs = now().getTime();
    const signed = signRequest({ clientSecret, method, url, body: body ?? '', nowMs });
    const response = await fetch(url, { method, headers: { ...signed }, body: body ?? null });
    return { status: response.status, text: await response.text() };
  };
}
