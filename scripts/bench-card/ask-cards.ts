import { Agent, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { signRequest } from '../../test/simulators/hubspot/sign-request.ts';

/** What HubSpot's side is to do, as it crosses to a process of its own. */
export const AskWish = z.strictObject({
  /** Whole addresses with the viewer in the query, asked in turn. */
  urls: z.array(z.url()).min(1),
  clientSecret: z.string(),
  atOnce: z.int().min(1),
  /** Each asker begins no request later; 0: one request each. */
  forMs: z.number().min(0),
  /** Between an answer and the asker's next request. */
  pauseMs: z.number().min(0),
});
export type AskWish = z.infer<typeof AskWish>;

export const Asked = z.strictObject({
  /** From the first byte sent to the last one read, of each answer with status 200. */
  latenciesMs: z.array(z.number()),
  /** Answers with another status. */
  refused: z.int(),
  elapsedMs: z.number(),
});
export type Asked = z.infer<typeof Asked>;

/** Asks as `hubspot.fetch` does: signed, over connections that are kept open. Rejects when no answer comes at all. */
export async function askCards(wish: AskWish): Promise<Asked> {
  const agent = new Agent({ keepAlive: true, maxSockets: wish.atOnce });
  const startedMs = performance.now();
  const untilMs = startedMs + wish.forMs;
  const latenciesMs: number[] = [];
  let [turn, refused] = [0, 0];
  const asker = async (): Promise<void> => {
    do {
      const url = wish.urls[turn++ % wish.urls.length] ?? '';
      const { status, tookMs } = await askOnce(url, wish.clientSecret, agent);
      if (status === 200) latenciesMs.push(tookMs);
      else refused += 1;
      if (wish.pauseMs > 0) await sleep(wish.pauseMs);
    } while (performance.now() < untilMs);
  };
  try {
    await Promise.all(Array.from({ length: wish.atOnce }, asker));
    return { latenciesMs, refused, elapsedMs: performance.now() - startedMs };
  } finally {
    agent.destroy();
  }
}

function askOnce(
  url: string,
  clientSecret: string,
  agent: Agent,
): Promise<{ readonly status: number; readonly tookMs: number }> {
  const headers = {
    ...signRequest({ clientSecret, method: 'GET', url, body: '', nowMs: Date.now() }),
  };
  return new Promise((resolve, reject) => {
    const startedMs = performance.now();
    const request = get(url, { agent, headers }, (response) => {
      response.resume();
      response.once('error', reject);
      response.once('end', () => {
        resolve({ status: response.statusCode ?? 0, tookMs: performance.now() - startedMs });
      });
    });
    request.once('error', reject);
  });
}
