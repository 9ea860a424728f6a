/// <reference lib="webworker" />
import { createRemoteRoot, type RemoteChannel } from '@remote-ui/core';
import * as RemoteUI from '@remote-ui/react';
import { createEndpoint, fromWebWorker, retain } from '@remote-ui/rpc';
import * as React from 'react';

/**
 * The globals that HubSpot's own extension worker gives to a card (worker-globals of @hubspot/ui-extensions 0.17.0),
 * with every call handed to the page. The card's bundle is the very file that HubSpot's builder made.
 */
export type HostApi = {
  readonly hsFetch: (url: string, options: FetchOptions) => Promise<FetchAnswer>;
  readonly action: (name: string, args: readonly unknown[]) => Promise<void>;
};
export type FetchOptions = { readonly method?: string; readonly body?: unknown };
export type FetchAnswer = { readonly status: number; readonly body: string };
export type CardContext = {
  readonly location: 'crm.record.sidebar' | 'settings';
  /** Absent on the settings page, which is about no record. */
  readonly crm?: { readonly objectId: number; readonly objectTypeId: string };
  readonly variables: Readonly<Record<string, string>>;
  readonly user: Readonly<Record<string, unknown>>;
  readonly portal: Readonly<Record<string, unknown>>;
};
export type WorkerApi = {
  readonly run: (channel: RemoteChannel, context: CardContext, bundle: string) => void;
};

type RenderExtension = (api: Readonly<Record<string, unknown>>) => React.ReactElement;

const scope = self as unknown as DedicatedWorkerGlobalScope & Record<string, unknown>; // lib.dom types `self` as a window
let render: RenderExtension | null = null;
let context: CardContext | null = null;

const endpoint = createEndpoint<HostApi>(fromWebWorker(scope as unknown as Worker), {
  callable: ['hsFetch', 'action'],
});
const actions = new Proxy(
  {},
  {
    get:
      (_target, name) =>
      (...args: unknown[]) =>
        endpoint.call.action(String(name), args),
  },
);

Object.assign(scope, {
  React,
  RemoteUI,
  __HUBSPOT_EXTENSION_WORKER__: true,
  logger: console,
  extend_V2: (extension: RenderExtension) => {
    render = extension;
  },
  hsFetch: async (url: string | URL, { method, body }: FetchOptions = {}) => {
    const asked = { body, ...(method === undefined ? {} : { method }) };
    const answer = await endpoint.call.hsFetch(String(url), asked);
    return new Response(answer.body, { status: answer.status });
  },
  hsWorkerAPI: {
    useExtensionContext: () => context,
    useExtensionActions: () => actions,
    useExtensionApi: () => ({ context, actions }),
    useAppPageLocation: () => ({ path: '/', params: {} }),
  },
});

endpoint.expose({
  run(channel: RemoteChannel, given: CardContext, bundle: string) {
    retain(channel);
    context = given;
    scope.importScripts(bundle);
    const root = createRemoteRoot(channel, { strict: false });
    if (render !== null) RemoteUI.createRoot(root).render(render({ context, actions }));
    void root.mount();
  },
} satisfies WorkerApi);
