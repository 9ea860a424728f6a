import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { getBuyerMessage } from '../../shared/api/sandbox/get-buyer-message.ts';
import { getSubjects } from '../../shared/api/sandbox/get-subjects.ts';
import { makeSandboxFolder } from '../../scripts/sandbox/make-sandbox-folder.ts';
import {
  startSandboxProcess,
  type SandboxProcess,
} from '../../scripts/sandbox/start-sandbox-process.ts';
import { describePreview } from '../support/describe-preview.ts';
import { eventually } from '../support/eventually.ts';
import { findFreePort } from '../support/free-port.ts';

const READY_MS = 120_000;
const RESTART_MS = 30_000;

describePreview('the preview over a whole sandbox', async () => {
  const folder = await makeSandboxFolder();
  const { url, sandbox } = await serve(folder.path, READY_MS);
  return {
    url,
    stop: async () => {
      await end(sandbox);
      await folder.remove();
    },
  };
});

describe('a sandbox that is started again', () => {
  it('answers within seconds and still has what a visitor wrote', async () => {
    const folder = await makeSandboxFolder();
    const first = await serve(folder.path, READY_MS);
    const dealId = await writeAsBuyer(first.url);
    await end(first.sandbox);
    const second = await serve(folder.path, RESTART_MS);
    expect(await cardOf(second.url, dealId)).toContain('slips on our side again');
    await end(second.sandbox);
    await folder.remove();
  }, 240_000);
});

interface Served {
  readonly url: string;
  readonly sandbox: SandboxProcess;
}

async function serve(folder: string, withinMs: number): Promise<Served> {
  const port = await findFreePort();
  const sandbox = startSandboxProcess({ folder, port });
  await eventually('the start is over', () => sandbox.said().includes('Stop '), withinMs);
  return { url: `http://localhost:${port}/`, sandbox };
}

async function end(sandbox: SandboxProcess): Promise<void> {
  sandbox.kill('SIGINT');
  expect(await sandbox.ended).toMatchObject({ code: 0 });
}

/** A concern of the best story's first person; answers with the deal once it is on the card. */
async function writeAsBuyer(url: string): Promise<string> {
  const { subjects } = getSubjects.response.parse(await ask(url, 'sandbox/subjects'));
  const [subject] = subjects;
  if (subject === undefined) throw new Error('The sandbox lists no deal.');
  const { recordKind, recordId, people } = subject;
  const { messageId } = z.object({ messageId: z.string() }).parse(
    await ask(url, 'sandbox/buyer-messages', {
      recordKind,
      recordId,
      personId: people[0]?.id,
      as: 'mail',
      text: 'I am still not sure what happens if the migration slips on our side again.',
    }),
  );
  await eventually('the words are on the card', async () => {
    const message = await ask(url, `sandbox/buyer-messages/${messageId}`);
    return getBuyerMessage.response.parse(message).state === 'on_the_card';
  });
  return recordId;
}

/** The deal's card as the page gets it: through HubSpot's signature. */
async function cardOf(url: string, dealId: string): Promise<string> {
  const { viewers } = getSubjects.response.parse(await ask(url, 'sandbox/subjects'));
  const answer = await ask(url, 'sandbox/signed-fetch', {
    url: `${url}v1/cards/deal/${dealId}`,
    method: 'GET',
    viewerUserId: viewers[0]?.userId,
  });
  return JSON.stringify(answer);
}

async function ask(url: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return response.json();
}
