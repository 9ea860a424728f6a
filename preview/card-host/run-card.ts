import type { RemoteChannel } from '@remote-ui/core';
import { createRemoteReceiver } from '@remote-ui/react/host';
import { createEndpoint, fromWebWorker } from '@remote-ui/rpc';
import type { CardContext, FetchAnswer, FetchOptions, HostApi, WorkerApi } from './worker.ts';

export type RunningCard = {
  readonly receiver: ReturnType<typeof createRemoteReceiver>;
  readonly stop: () => void;
};

export type CardHost = {
  /** The card's own when absent. */
  readonly bundle?: string;
  readonly context: CardContext;
  readonly answerFetch: (url: string, options: FetchOptions) => Promise<FetchAnswer>;
  readonly act: HostApi['action'];
};

/** One card in one worker, as HubSpot runs it: no window, no document, no storage. */
export function runCard({
  bundle = 'cards/AttuneCard.js',
  context,
  answerFetch,
  act,
}: CardHost): RunningCard {
  const worker = new Worker('worker.js');
  const receiver = createRemoteReceiver();
  const endpoint = createEndpoint<WorkerApi>(fromWebWorker(worker), { callable: ['run'] });
  endpoint.expose({ hsFetch: answerFetch, action: act });
  const channel: RemoteChannel = receiver.receive;
  void endpoint.call.run(channel, context, bundle);
  return { receiver, stop: () => worker.terminate() };
}
