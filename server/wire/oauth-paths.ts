import type { Vendor } from '../../shared/vocabulary.ts';

/** As the vendor's own project of our app tells it: hubspot-app/src/app/app-hsmeta.json. */
export function callbackPath(vendor: Vendor): string {
  return `/oauth/${vendor}/callback`;
}

export function installPath(vendor: Vendor): string {
  return `/oauth/${vendor}/install`;
}

export interface ReconnectedAccount {
  readonly vendor: Vendor;
  readonly accountId: string;
}

/** Where whoever may install Attune connects this very account again; another account is refused there. */
export function reconnectUrlOf(
  publicOrigin: string,
  { vendor, accountId }: ReconnectedAccount,
): string {
  return `${publicOrigin}${installPath(vendor)}?account=${accountId}`;
}
