import type { CardViewer, CrmCardRequest, RawRequest } from '../requests.ts';
import { assertSigned, signatureInvalid, signatureKey } from './signature.ts';
import type { SignatureSettings } from './signature.ts';

export interface CardRequestSettings extends SignatureSettings {
  /** Requests of another app with the same secret do not exist, but a wrong configuration does. */
  readonly appId: string;
}

/**
 * Who is looking at a card. `hubspot.fetch` appends userId, portalId, userEmail and appId to the query and signs it all;
 * a user can add parameters of these names too, so a name that appears twice is refused (research/hubspot.md §2).
 */
export function createCardRequest(settings: CardRequestSettings): CrmCardRequest {
  return {
    verify(request) {
      assertSigned(settings, request);
      const viewer = readViewer(settings, request);
      if (viewer === null) throw signatureInvalid();
      return { ...viewer, requestKey: signatureKey(request) };
    },
  };
}

const DIGITS = /^\d{1,20}$/;

type Person = Omit<CardViewer, 'requestKey'>;

function readViewer(settings: CardRequestSettings, request: RawRequest): Person | null {
  const query = request.originalUrl.split('?').slice(1).join('?');
  const parameters = new URLSearchParams(query);
  const [userId, accountId, appId] = ['userId', 'portalId', 'appId'].map((name) =>
    onlyValue(parameters, name),
  );
  if (!userId || !accountId || parameters.getAll('userEmail').length > 1) return null;
  return appId === settings.appId ? { userId, accountId } : null;
}

/** Null when absent, repeated or not a number. */
function onlyValue(parameters: URLSearchParams, name: string): string | null {
  const values = parameters.getAll(name);
  const value = values[0] ?? '';
  return values.length === 1 && DIGITS.test(value) ? value : null;
}
