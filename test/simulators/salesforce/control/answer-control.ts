import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { jsonOf, receive, send } from '../http/exchange.ts';
import type { Answer } from '../serve/answer.ts';
import type { ControlVerbs } from './control-verbs.ts';

const Asked = z.object({ args: z.array(z.unknown()).default([]) });

/** `POST /{verb}` with `{"args": […]}`, answered with `{"result": …}`. No real Salesforce has anything like it. */
export async function answerControl(
  verbs: ControlVerbs,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const incoming = await receive(request);
  send(response, obey(verbs, incoming.path.slice(1), jsonOf(incoming)));
}

function obey(verbs: ControlVerbs, name: string, body: unknown): Answer {
  const verb = verbs[name];
  if (verb === undefined) return { status: 404, body: { error: `There is no verb ${name}.` } };
  try {
    return { status: 200, body: { result: verb(...Asked.parse(body).args) ?? null } };
  } catch (error) {
    return { status: 400, body: { error: String(error) } };
  }
}
