import type { KeyObject } from 'node:crypto';

/** The app as the orgs know it. */
export interface RegisteredApp {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs for installs without a person; absent: it may not. */
  readonly publicKey?: KeyObject;
}

export const SANDBOX_APP: RegisteredApp = {
  clientId: 'sandbox-salesforce-client',
  clientSecret: 'sandbox-secret-that-guards-nothing',
};
