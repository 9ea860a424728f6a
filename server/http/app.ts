import express, { type Express, type Request, type Response } from 'express';
import helmet from 'helmet';
import { AppError } from '../../shared/errors.ts';
import { toErrorAnswer, type ReportError } from './error-response.ts';
import type { Route, RouteAnswer, RouteRequest } from './route.ts';

/** HubSpot sends webhook batches of at most 100 small events; nothing we take is larger. */
const BODY_LIMIT = '1mb';

export interface StaticFolder {
  readonly path: string;
  readonly folder: string;
}

export interface AppOptions {
  readonly routes: readonly Route[];
  readonly folders: readonly StaticFolder[];
  readonly report: ReportError;
  /** Told of every answer of a route. */
  readonly seen?: (answered: Answered) => void;
}

export interface Answered extends Pick<Route, 'method' | 'path'> {
  readonly status: number;
  readonly seconds: number;
}

export function createApp({ routes, folders, ...told }: AppOptions): Express {
  const { report } = told;
  const app = express();
  app.disable('x-powered-by');
  app.use(helmet({ contentSecurityPolicy: { directives: CONTENT_SECURITY_POLICY } }));
  // Signatures are made over bytes: the body is kept raw and parsed by the route, after verification.
  app.use(express.raw({ type: () => true, limit: BODY_LIMIT }));
  for (const route of routes) mount(app, route, told);
  for (const { path, folder } of folders) app.use(path, express.static(folder));
  app.use((_request, response) => {
    send(
      response,
      toErrorAnswer(
        new AppError('record_unknown', 'There is nothing at this address.', { recovery: 'skip' }),
        report,
      ),
    );
  });
  app.use(
    // Express knows an error handler by its four parameters, the unused ones included.
    // eslint-disable-next-line max-params, @typescript-eslint/no-unused-vars
    (error: unknown, _request: Request, response: Response, _next: express.NextFunction) => {
      send(response, toErrorAnswer(error, report));
    },
  );
  return app;
}

/** The preview runs the cards in a worker and styles them inline; nothing is ever loaded from elsewhere. */
const CONTENT_SECURITY_POLICY = {
  defaultSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  workerSrc: ["'self'", 'blob:'],
  // The sandbox answers on plain http://localhost.
  upgradeInsecureRequests: null,
};

function mount(app: Express, route: Route, told: Pick<AppOptions, 'report' | 'seen'>): void {
  const method = route.method === 'GET' ? 'get' : 'post';
  app[method](route.path, async (request, response) => {
    const startedMs = performance.now();
    const answer = await answerTo(route, request, told.report);
    send(response, answer);
    const seconds = (performance.now() - startedMs) / 1_000;
    told.seen?.({ method: route.method, path: route.path, status: answer.status, seconds });
  });
}

async function answerTo(route: Route, request: Request, report: ReportError): Promise<RouteAnswer> {
  try {
    return await route.handle(toRouteRequest(request));
  } catch (error) {
    return toErrorAnswer(error, report);
  }
}

function toRouteRequest(request: Request): RouteRequest {
  const body: unknown = request.body;
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  return {
    raw: {
      method: request.method,
      originalUrl: request.originalUrl,
      body: bytes,
      header: (name) => request.get(name),
    },
    params: onlyText(request.params),
    query: onlyText(request.query),
    remoteAddress: request.socket.remoteAddress ?? '',
    json: () => parseJson(bytes),
  };
}

/** A parameter that appears twice is dropped: no route of ours takes lists. */
function onlyText(values: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (cause) {
    throw new AppError('request_invalid', 'The request body is not JSON.', {
      recovery: 'skip',
      cause,
    });
  }
}

function send(response: Response, { status, json, html, text, headers }: RouteAnswer): void {
  response.status(status).set({ 'cache-control': 'no-store', ...headers });
  if (html !== undefined) response.type('html').send(html);
  else if (text !== undefined) response.send(text);
  else if (json === undefined) response.end();
  else response.json(json);
}
