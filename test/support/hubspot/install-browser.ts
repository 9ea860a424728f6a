/** What an admin's browser does between our server and the CRM: follows redirects by hand and keeps our cookie. */
export interface InstallBrowser {
  /** Up to the CRM's sign-in. */
  begin(query?: string): Promise<URL>;
  /** The CRM's answer to that: where it sends the browser back to. */
  agree(signIn: URL, portal?: string): Promise<URL>;
  /** Comes back to us. */
  comeBack(to: URL): Promise<Page>;
  /** All three. */
  install(query?: string, portal?: string): Promise<Page>;
  readonly cookie: () => string;
}

export interface Page {
  readonly status: number;
  readonly html: string;
  readonly setCookie: string;
}

export function openBrowser(origin: string): InstallBrowser {
  let cookie = '';
  const goTo = (url: URL | string, headers: Record<string, string> = {}) =>
    fetch(url, { redirect: 'manual', headers });
  const keep = (response: Response): string => {
    const set = response.headers.get('set-cookie') ?? '';
    if (set !== '') cookie = set.includes('Max-Age=0') ? '' : (set.split(';')[0] ?? '');
    return set;
  };
  const browser: InstallBrowser = {
    cookie: () => cookie,
    async begin(query = '') {
      const response = await goTo(`${origin}/oauth/hubspot/install${query}`, { cookie });
      keep(response);
      return new URL(response.headers.get('location') ?? '');
    },
    async agree(signIn, portal) {
      const url = new URL(signIn);
      // The stand-in has one address for signing in, and takes the account as a parameter.
      url.pathname = '/oauth/authorize';
      if (portal !== undefined) url.searchParams.set('portal', portal);
      const response = await goTo(url);
      return new URL(response.headers.get('location') ?? '');
    },
    async comeBack(to) {
      const response = await goTo(to, { cookie });
      const setCookie = keep(response);
      return { status: response.status, html: await response.text(), setCookie };
    },
    install: async (query, portal) =>
      browser.comeBack(await browser.agree(await browser.begin(query), portal)),
  };
  return browser;
}
