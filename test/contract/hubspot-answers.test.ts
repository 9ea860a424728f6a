import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createHubSpot } from '../../server/crm/hubspot/index.ts';
import type { CrmPort } from '../../server/crm/port.ts';
import { NO_METER } from '../support/hubspot/open-hubspot.ts';

/** Answers that the stand-in does not give by itself: partial failures, merges, cut associations. */
type Answers = Readonly<Record<string, readonly [status: number, body: unknown]>>;

const NOTE = (id: string) => ({
  id,
  properties: { hs_note_body: 'Fine.', hs_timestamp: '2026-03-02T10:00:00.000Z' },
  createdAt: '2026-03-02T10:00:00.000Z',
  updatedAt: '2026-03-02T10:00:00.000Z',
  archived: false,
});
const CONTACT = (id: string) => ({ ...NOTE(id), properties: { firstname: 'Dana' } });
const NONE: readonly [number, unknown] = [200, { status: 'COMPLETE', results: [] }];
const NO_ASSOCIATIONS = {
  'notes/contacts': NONE,
  'notes/deals': NONE,
  'contacts/companies': NONE,
} satisfies Answers;

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A HubSpot that answers as told, by the end of the path before `/batch/read`. */
async function answering(answers: Answers): Promise<{ port: CrmPort; asked: readonly string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const [, [status, body]] = Object.entries(answers).find(([part]) => path.includes(part)) ?? [
      '',
      [404, {}],
    ];
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has an address of this form.
  const { port } = server.address() as AddressInfo;
  const hubspot = createHubSpot({
    baseUrl: `http://127.0.0.1:${port}`,
    accessToken: () => Promise.resolve('token'),
    meter: NO_METER,
    timeoutMs: 2_000,
    wantsTranscripts: () => Promise.resolve(false),
  });
  return { port: hubspot, asked };
}

const errorOf = (category: string, context: object) => ({ status: 'error', category, context });

describe('Partial answers of HubSpot', () => {
  it('leave out a record whose associations were not told, with a receipt and another attempt', async () => {
    const told = { from: { id: '1' }, to: [{ toObjectId: 501 }] };
    const failed = errorOf('INTERNAL_ERROR', { fromObjectId: ['2'] });
    const { port } = await answering({
      ...NO_ASSOCIATIONS,
      'objects/2026-09/notes/batch': [200, { results: [NOTE('1'), NOTE('2')] }],
      'notes/contacts': [207, { results: [told], numErrors: 1, errors: [failed] }],
    });
    const batch = await port.readRecords('note', ['1', '2']);
    expect(batch.records).toEqual([expect.objectContaining({ id: '1', contactIds: ['501'] })]);
    expect(batch.receipts.map(({ reason }) => reason)).toEqual([
      'The note 2 came without its associations, so it was not taken over.',
    ]);
    expect(batch.missing).toEqual([]);
  });

  it('doubt every record without a result when an error names none', async () => {
    const told = { from: { id: '1' }, to: [{ toObjectId: 501 }] };
    const { port } = await answering({
      ...NO_ASSOCIATIONS,
      'objects/2026-09/notes/batch': [200, { results: [NOTE('1'), NOTE('2')] }],
      'notes/contacts': [207, { results: [told], errors: [errorOf('INTERNAL_ERROR', {})] }],
    });
    const batch = await port.readRecords('note', ['1', '2']);
    expect(batch.records.map(({ id }) => id)).toEqual(['1']);
  });

  it('take having no associations for an answer', async () => {
    const none = {
      ...errorOf('OBJECT_NOT_FOUND', { fromObjectId: ['1'] }),
      subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
    };
    const { port } = await answering({
      ...NO_ASSOCIATIONS,
      'objects/2026-09/notes/batch': [200, { results: [NOTE('1')] }],
      'notes/contacts': [207, { results: [], errors: [none] }],
    });
    const batch = await port.readRecords('note', ['1']);
    expect(batch.records).toEqual([expect.objectContaining({ id: '1', contactIds: [] })]);
  });

  it('tell apart a record that failed, one that is gone and one that was merged away', async () => {
    const { port } = await answering({
      ...NO_ASSOCIATIONS,
      'objects/2026-09/contacts/batch': [
        207,
        {
          results: [CONTACT('1'), CONTACT('90')],
          errors: [
            errorOf('OBJECT_NOT_FOUND', { ids: ['3'] }),
            errorOf('INTERNAL_ERROR', { ids: ['4'] }),
          ],
        },
      ],
    });
    const batch = await port.readRecords('contact', ['1', '2', '3', '4']);
    expect(batch.records.map(({ id }) => id)).toEqual(['1', '90']);
    expect(batch.missing).toEqual(['2', '3']);
    expect(batch.merged).toEqual(['2']);
    expect(batch.receipts).toEqual([expect.objectContaining({ kind: 'contact', id: '4' })]);
  });

  it('of the list of deleted records are dated by their last change, or as of now', async () => {
    const undated = { id: '2', properties: {} };
    const { port } = await answering({
      'objects/2026-09/notes': [200, { results: [NOTE('1'), undated] }],
    });
    expect((await port.readGone?.('note', null))?.gone).toEqual([
      { id: '1', goneAt: '2026-03-02T10:00:00.000Z' },
      { id: '2', goneAt: '9999-12-31T00:00:00.000Z' },
    ]);
  });

  it('cost no call for a transcript where transcripts are switched off', async () => {
    const spoken = {
      ...NOTE('1'),
      properties: {
        hs_timestamp: '2026-03-02T10:00:00.000Z',
        hs_call_has_transcript: 'true',
        hs_call_transcription_id: 't1',
      },
    };
    const { port, asked } = await answering({
      'objects/2026-09/calls/batch': [200, { results: [spoken] }],
      'calls/contacts': NONE,
      'calls/deals': NONE,
    });
    await port.readRecords('call', ['1']);
    expect(asked.filter((path) => path.includes('transcripts'))).toEqual([]);
  });
});
