import { AppError } from '../../../../shared/errors.ts';
import type { ConnectRequest, ConnectResult } from '../../../sync/connection/connect-account.ts';
import type { ReportError } from '../../error-response.ts';
import type { Route, RouteAnswer, RouteRequest } from '../../route.ts';
import { renderPage, type InstallPage } from './install-page.ts';
import {
  failurePage,
  resultPage,
  type InstallFailure,
  type InstallWords,
} from './install-pages.ts';
import type { InstallStates } from './install-state.ts';
import { dropNonceCookie, readNonceCookie } from './nonce-cookie.ts';

export interface GetCallbackTools {
  readonly path: string;
  readonly words: InstallWords;
  readonly states: InstallStates;
  readonly connect: (request: ConnectRequest) => Promise<ConnectResult>;
  readonly clock: () => Date;
  readonly report: ReportError;
}

/** Where the CRM sends the browser back, with a code or a refusal: a page for every end, and the cookie is gone. */
export function getCallbackRoute(tools: GetCallbackTools): Route {
  return {
    method: 'GET',
    path: tools.path,
    handle: async (request) => toAnswer(await pageFor(tools, request)),
  };
}

async function pageFor(tools: GetCallbackTools, request: RouteRequest): Promise<InstallPage> {
  const { words, states, clock } = tools;
  const { code, state = '', error } = request.query;
  if (error !== undefined) return failurePage('denied', words);
  const nonce = readNonceCookie(request.raw.header('cookie'));
  const purpose = states.open(state, nonce, clock());
  if (purpose === null || code === undefined) return failurePage('state_wrong', words);
  try {
    return resultPage(await tools.connect({ code, ...purpose }), words);
  } catch (caught) {
    const failure = failureOf(caught);
    if (failure !== 'code_refused') tools.report(caught);
    return failurePage(failure, words);
  }
}

function failureOf(error: unknown): InstallFailure {
  if (!(error instanceof AppError)) return 'our_fault';
  if (error.recovery === 'reauthorize') return 'code_refused';
  return error.recovery === 'retry' || error.recovery === 'wait' ? 'try_later' : 'our_fault';
}

function toAnswer(page: InstallPage): RouteAnswer {
  return {
    status: page.status,
    html: renderPage(page),
    headers: { 'set-cookie': dropNonceCookie() },
  };
}
