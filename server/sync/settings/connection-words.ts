import type { ConnectionReason } from '../../../shared/vocabulary.ts';

/** Why a connection is not active, and what that means for the account: for its admins. */
export const CONNECTION_WORDS: Readonly<Record<ConnectionReason, string>> = {
  token_refused:
    'The CRM no longer accepts our key: the app was removed there, or the key was withdrawn. Nothing is read until an admin reconnects.',
  access_refused:
    'The CRM refuses our calls, although the key looks good. Nothing is read until an admin reconnects.',
  sealed_by_older_version:
    'The key was locked by an older version of Attune and cannot be opened any more. Please reconnect once.',
  disconnected_by_admin:
    'An admin disconnected Attune. Nothing is read, no card is shown, and the key is gone.',
};
