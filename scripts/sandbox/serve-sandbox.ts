import type { Server } from 'node:http';
import path from 'node:path';
import { SANDBOX_APP } from '../../test/simulators/hubspot/start-hubspot.ts';
import { createBuyerDesk } from './buyer-desk.ts';
import { createExplainMessage } from './explain-message.ts';
import { listSubjects } from './list-subjects.ts';
import type { Sandbox } from './open-sandbox.ts';
import { sandboxRoutes } from './sandbox-routes.ts';
import { createSignedFetch } from './signed-fetch.ts';

export interface ServeOptions {
  readonly port: number;
  readonly origin: string;
  /** The built preview. */
  readonly pages: string;
}

/** Serves Attune itself and the preview on one local address, and points the stand-in's webhooks at it. */
export async function serveSandbox(
  sandbox: Sandbox,
  { port, origin, pages }: ServeOptions,
): Promise<{ close(): Promise<void> }> {
  const { attune, standIn, tenantId, messagesFile, clock } = sandbox;
  const { viewers } = await listSubjects(sandbox);
  const routes = sandboxRoutes({
    loadNight: () => sandbox.loadNight(),
    listSubjects: () => listSubjects(sandbox),
    listReceipts: async () => ({
      receipts: [...(await attune.stores.receipts.list(tenantId, 50))],
    }),
    desk: createBuyerDesk({ standIn, clock, file: messagesFile }),
    explain: createExplainMessage((kind, id) =>
      attune.stores.activities.loadFound(tenantId, { kind, id }),
    ),
    signedFetch: createSignedFetch({
      origin: () => origin,
      portalId: standIn.accountId,
      appId: SANDBOX_APP.appId,
      clientSecret: sandbox.clientSecret,
      emailOf: (userId) =>
        viewers.find((viewer) => viewer.userId === userId)?.email ?? 'unknown@larkfield.example',
      clock,
    }),
  });
  const app = attune.createApp({ routes, folders: [{ path: '/', folder: path.resolve(pages) }] });
  const server = await new Promise<Server>((resolve, reject) => {
    const listening = app.listen(port, 'localhost', (error?: Error) => {
      if (error) reject(error);
      else resolve(listening);
    });
  });
  standIn.sendWebhooksTo(`${origin}/webhooks/hubspot`);
  return {
    close: () =>
      new Promise((resolve) => {
        standIn.sendWebhooksTo(null);
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
