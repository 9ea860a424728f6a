import type { NewNote } from '../../writes.ts';
import type { HubSpotClient } from '../client.ts';
import { upsertOnce } from './upsert-once.ts';

/** The key is made with the first note: an account in which nobody saves questions has no property for it. */
export async function createNote(
  client: HubSpotClient,
  note: NewNote,
): Promise<{ readonly id: string }> {
  const properties = { hs_timestamp: note.at, hs_note_body: note.lines.map(toHtml).join('') };
  return upsertOnce(client, { ...note, object: 'notes', properties });
}

/** A note's body is HTML; an editor drops a paragraph that holds nothing at all. */
function toHtml(line: string): string {
  return `<p>${line === '' ? '<br>' : escape(line)}</p>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
