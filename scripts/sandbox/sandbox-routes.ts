import { getBuyerMessage } from '../../shared/api/sandbox/get-buyer-message.ts';
import { getNight, type Night } from '../../shared/api/sandbox/get-night.ts';
import { getReceipts, type Receipts } from '../../shared/api/sandbox/get-receipts.ts';
import { getSubjects, type Subjects } from '../../shared/api/sandbox/get-subjects.ts';
import { postBuyerMessage } from '../../shared/api/sandbox/post-buyer-message.ts';
import {
  postSignedFetch,
  type SignedFetchBody,
} from '../../shared/api/sandbox/post-signed-fetch.ts';
import { AppError } from '../../shared/errors.ts';
import type { Route } from '../../server/http/route.ts';
import type { BuyerDesk, SentMessage } from './buyer-desk.ts';
import type { ExplainMessage } from './explain-message.ts';

export interface SandboxTools {
  readonly loadNight: () => Promise<Night>;
  readonly listSubjects: () => Promise<Subjects>;
  readonly listReceipts: () => Promise<Receipts>;
  readonly desk: BuyerDesk;
  readonly explain: ExplainMessage;
  readonly signedFetch: (request: SignedFetchBody) => Promise<{ status: number; body: string }>;
}

/** What the preview page asks of the sandbox; the product itself has none of these. */
export function sandboxRoutes(tools: SandboxTools): readonly Route[] {
  return [...lookingRoutes(tools), ...buyerRoutes(tools), signedFetchRoute(tools)];
}

function lookingRoutes(tools: SandboxTools): readonly Route[] {
  return [
    { ...getNight, handle: async () => answer(getNight.response.parse(await tools.loadNight())) },
    {
      ...getSubjects,
      handle: async () => answer(getSubjects.response.parse(await tools.listSubjects())),
    },
    {
      ...getReceipts,
      handle: async () => answer(getReceipts.response.parse(await tools.listReceipts())),
    },
  ];
}

function buyerRoutes({ desk, explain }: SandboxTools): readonly Route[] {
  const sent = new Map<string, SentMessage>();
  return [
    {
      ...postBuyerMessage,
      handle: (request) => {
        const message = desk.send(postBuyerMessage.body.parse(request.json()));
        const messageId = `${message.kind}-${message.id}`;
        sent.set(messageId, message);
        return answer(postBuyerMessage.response.parse({ messageId }));
      },
    },
    {
      ...getBuyerMessage,
      handle: async ({ params }) => {
        const message = sent.get(params['messageId'] ?? '');
        if (message === undefined) throw unknownMessage();
        return answer(getBuyerMessage.response.parse(await explain(message)));
      },
    },
  ];
}

function signedFetchRoute({ signedFetch }: SandboxTools): Route {
  return {
    ...postSignedFetch,
    handle: async (request) => {
      const wanted = postSignedFetch.body.parse(request.json());
      return answer(postSignedFetch.response.parse(await signedFetch(wanted)));
    },
  };
}

function answer(json: unknown) {
  return { status: 200, json };
}

function unknownMessage(): AppError {
  return new AppError('record_unknown', 'The sandbox has no such message. Write it again.', {
    recovery: 'skip',
  });
}
