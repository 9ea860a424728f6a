import type { Server } from 'node:http';
import path from 'node:path';
import { SANDBOX_APP } from '../../test/simulators/hubspot/start-hubspot.ts';
import { createBuyerDesk } from './buyer-desk.ts';
import { createExplainMessage } from './explain-message.ts';
import { listSubjects } from './list-subjects.ts';
import { buildLightningPages } from './org/lightning-pages.ts';
import { orgRoutes } from './org/org-routes.ts';
import type { Sandbox } from './open-sandbox.ts';
import { sandboxRoutes, type SandboxTools } from './sandbox-routes.ts';
import { createSignedFetch } from './signed-fetch.ts';

const RECEIPTS_SHOWN = 50;

export interface ServeOptions {
  readonly port: number;
  readonly origin: string;
  /** The built preview. */
  readonly pages: string;
}

/** Serves Attune itself and the preview on one local address, and points the stand-in's webhooks at it. */
export async function serveSandbox(
  sandbox: Sandbox,
  options: ServeOptions,
): Promise<{ close(): Promise<void> }> {
  const { attune, standIn, org } = sandbox;
  const lightning = org && buildLightningPages(path.resolve(options.pages, 'lightning'));
  const routes = sandboxRoutes(await sandboxTools(sandbox, options.origin));
  const app = attune.createApp({
    routes: org && lightning ? [...routes, ...orgRoutes(org, lightning.state)] : routes,
    folders: [{ path: '/', folder: path.resolve(options.pages) }],
  });
  const server = await listen(app, options.port);
  standIn.sendWebhooksTo(`${options.origin}/webhooks/hubspot`);
  return {
    close: async () => {
      standIn.sendWebhooksTo(null);
      await Promise.all([stopServer(server), lightning?.close()]);
    },
  };
}

function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}

async function sandboxTools(sandbox: Sandbox, origin: string): Promise<SandboxTools> {
  const { attune, standIn, tenantId, messagesFile, clientSecret, clock } = sandbox;
  const { receipts, activities } = attune.stores;
  const { viewers } = await listSubjects(sandbox);
  const emailOf = (userId: string): string =>
    viewers.find((viewer) => viewer.userId === userId)?.email ?? 'unknown@larkfield.example';
  const { accountId: portalId } = standIn;
  const { appId } = SANDBOX_APP;
  return {
    loadNight: () => sandbox.loadNight(),
    listSubjects: () => listSubjects(sandbox),
    listReceipts: async () => ({ receipts: [...(await receipts.list(tenantId, RECEIPTS_SHOWN))] }),
    desk: createBuyerDesk({ standIn, clock, file: messagesFile }),
    explain: createExplainMessage((kind, id) => activities.loadFound(tenantId, { kind, id })),
    signedFetch: createSignedFetch({
      origin: () => origin,
      portalId,
      appId,
      clientSecret,
      emailOf,
      clock,
    }),
  };
}

function listen(app: ReturnType<Sandbox['attune']['createApp']>, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, 'localhost', (error?: Error) => {
      if (error) reject(error);
      else resolve(server);
    });
  });
}
