import { hubspot } from '@hubspot/ui-extensions';
import type { ReadNowAnswer, SettingsView, TenantSettings } from './settings-contract.ts';

/** HubSpot gives up after 15 s. Counting a large account takes a moment. */
const TIMEOUT_MS = 12_000;

export type SettingsAnswer = SettingsView | 'not_allowed';

/** Throws when the server cannot be reached or answers with an error. */
export async function getSettings(origin: string): Promise<SettingsAnswer> {
  const answer = await hubspot.fetch(`${origin}/v1/settings`, {
    method: 'GET',
    timeout: TIMEOUT_MS,
  });
  if (answer.status === 403) return 'not_allowed';
  if (!answer.ok) throw new Error(`The settings could not be loaded (${answer.status}).`);
  return (await answer.json()) as SettingsView; // our own server's answer, checked there
}

export async function postSettings(origin: string, settings: TenantSettings): Promise<void> {
  await post(`${origin}/v1/settings`, { ...settings });
}

export async function postDisconnect(origin: string): Promise<void> {
  await post(`${origin}/v1/settings/disconnect`, {});
}

export async function postReadNow(origin: string): Promise<ReadNowAnswer> {
  const answer = await post(`${origin}/v1/settings/read-now`, {});
  return (await answer.json()) as ReadNowAnswer; // our own server's answer, checked there
}

/** Every one of them may be sent twice: HubSpot repeats a request that met a server error. */
async function post(url: string, body: Record<string, unknown>): Promise<Response> {
  const answer = await hubspot.fetch(url, { method: 'POST', timeout: TIMEOUT_MS, body });
  if (!answer.ok) throw new Error(`The server did not take it (${answer.status}).`);
  return answer;
}
