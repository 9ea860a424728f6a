import { z } from 'zod';
import { AppError } from '../../../../shared/errors.ts';
import type { HubSpotClient } from '../client.ts';
import { API_VERSIONS } from '../objects.ts';
import type { RawRecord, Utterance } from './raw-record.ts';
import { toFlag, toText, toWords } from '../values.ts';

/** `GET /crm/extensions/calling/2026-09/transcripts/{id}` (research/hubspot.md §4.3); there is no batch of it. */

const text = z.string().nullish();
const Answer = z.object({
  transcriptUtterances: z
    .array(z.object({ speaker: z.object({ name: text, email: text }).nullish(), text }))
    .nullish(),
});

/** Calls with their transcripts, all of a page in one go. Without the scope, or without the transcript, a call keeps its note. */
export async function withTranscripts(
  client: HubSpotClient,
  calls: readonly RawRecord[],
): Promise<readonly RawRecord[]> {
  const transcripts = calls.filter(hasTranscript).length;
  return client.reserve(transcripts, () => readTranscripts(client, calls));
}

async function readTranscripts(
  client: HubSpotClient,
  calls: readonly RawRecord[],
): Promise<readonly RawRecord[]> {
  const read: RawRecord[] = [];
  let allowed = true;
  for (const call of calls) {
    const id = transcriptIdOf(call);
    const answer = id === null || !allowed ? null : await readTranscript(client, id);
    if (answer === 'forbidden') allowed = false;
    read.push(Array.isArray(answer) ? { ...call, utterances: answer } : call);
  }
  return read;
}

export function hasTranscript(call: RawRecord): boolean {
  return transcriptIdOf(call) !== null;
}

function transcriptIdOf(call: RawRecord): string | null {
  const has = toFlag(call.properties['hs_call_has_transcript']);
  return has ? toWords(call.properties['hs_call_transcription_id']) : null;
}

async function readTranscript(
  client: HubSpotClient,
  id: string,
): Promise<readonly Utterance[] | 'forbidden' | null> {
  try {
    const answer = await client.call({
      policy: 'ten_secondly',
      method: 'GET',
      path: `/crm/extensions/calling/${API_VERSIONS.transcripts}/transcripts/${encodeURIComponent(id)}`,
    });
    return utterancesOf(answer);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // Both are no fault of the run: an optional scope, or a transcript deleted since.
    if (error.code === 'crm_forbidden') return 'forbidden';
    if (error.code === 'crm_not_found') return null;
    throw error;
  }
}

function utterancesOf(answer: unknown): readonly Utterance[] | null {
  const parsed = Answer.safeParse(answer);
  const utterances = parsed.data?.transcriptUtterances ?? [];
  if (utterances.length === 0) return null;
  return utterances.map((utterance) => ({
    name: toWords(utterance.speaker?.name),
    email: toWords(utterance.speaker?.email),
    text: toText(utterance.text),
  }));
}
