import { STATE_LIFETIME_SECONDS } from './install-state.ts';

/** `__Host-`: no neighbouring domain can plant it (RFC 6265bis, 4.1.3.2). Browsers take it from http://localhost, too. */
const NAME = '__Host-attune-install';
/** Lax, because the CRM sends the browser back by a link from another site. */
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Lax';

export function setNonceCookie(nonce: string): string {
  return `${NAME}=${nonce}; Max-Age=${STATE_LIFETIME_SECONDS}; ${ATTRIBUTES}`;
}

export function dropNonceCookie(): string {
  return `${NAME}=; Max-Age=0; ${ATTRIBUTES}`;
}

/** Empty when the browser has none. */
export function readNonceCookie(header: string | undefined): string {
  const cookies = (header ?? '').split(';').map((each) => each.trim());
  const found = cookies.find((each) => each.startsWith(`${NAME}=`));
  return found?.slice(NAME.length + 1) ?? '';
}
