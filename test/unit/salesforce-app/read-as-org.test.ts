import { expect, it } from '@jest/globals';
import { designedCard } from '../../../preview/designed-states/designed-states.ts';
import { writeCard } from '../../../preview/lightning/designed-payload.ts';
import {
  type OrgRecord,
  type OrgRecords,
  readAsOrg,
} from '../../../preview/lightning/read-as-org.ts';
import type { InsightCard } from '../../../shared/card.ts';
import { composeCard } from '../../support/salesforce/lightning-modules.ts';

const NOW = new Date('2026-03-10T09:00:00.000Z');
const written = writeCard(designedCard('insight', NOW) as InsightCard); // that state's own card
const [view] = written.payload.views;
const PERSON_ID = view?.person.id ?? '';
const DEAL_ID = view?.deal?.id ?? '';

/** An org in which every source stands as it was read. */
function recordsOf(): Map<string, OrgRecord> {
  const { sources, quotes } = written.payload;
  const texts = quotes.map(({ source, field }, quote): [string, OrgRecord] => {
    const id = sources[source]?.id ?? '';
    return [id, { Id: id, [field]: written.words[quote] ?? '' }];
  });
  const bare = [PERSON_ID, DEAL_ID, ...sources.map(({ id }) => id)];
  return new Map([...bare.map((id): [string, OrgRecord] => [id, { Id: id }]), ...texts]);
}

const ANSWER = {
  ...{ kind: 'driver', subject: 'certainty', verdict: 'right' },
  ...{ personId: PERSON_ID, dealId: DEAL_ID },
};

function orgOf(
  records: ReadonlyMap<string, OrgRecord>,
  silenced: readonly string[] = [],
): OrgRecords {
  return {
    insightOf: async (recordId) =>
      recordId === DEAL_ID
        ? { payload: JSON.stringify(written.payload), generatedAt: NOW.toISOString() }
        : null,
    connection: async () => ({ connectionState: 'active', syncedAt: NOW.toISOString() }),
    answersAbout: async (personIds) => (personIds.includes(PERSON_ID) ? [ANSWER] : []),
    isSilenced: async (ids) => ids.some((id) => silenced.includes(id)),
    select: async (_object, ids) =>
      ids.flatMap((id) => {
        const record = records.get(id);
        return record === undefined ? [] : [record];
      }),
  };
}

const FIRST = written.payload.sources[0]?.id ?? '';
const FIELD = written.payload.quotes[0]?.field ?? '';

it('hands out the words that stand where the pointers say', async () => {
  const reading = await readAsOrg(DEAL_ID, orgOf(recordsOf()));
  expect(reading.cuts?.map(({ words }) => words)).toEqual(written.words);
  expect(reading.openSources).not.toContain(false);
  expect(reading.answers).toEqual([ANSWER]);
  expect(composeCard(reading, { now: NOW, choice: null }).kind).toBe('insight');
});

it.each([
  ['closed', (): OrgRecord | null => null],
  ['gone', (): OrgRecord | null => ({ Id: FIRST, [FIELD]: 'Short.' })],
  ['changed', (): OrgRecord | null => ({ Id: FIRST, [FIELD]: 'x'.repeat(400) })],
])('says that words are %s, and hands none out', async (missing, change) => {
  const records = recordsOf();
  const changed = change();
  if (changed === null) records.delete(FIRST);
  else records.set(FIRST, changed);
  const reading = await readAsOrg(DEAL_ID, orgOf(records));
  expect(reading.cuts?.[0]).toEqual({ missing });
  expect(JSON.stringify(composeCard(reading, { now: NOW, choice: null }))).not.toContain(
    written.words[0],
  );
});

it('hands out nothing at all when somebody in it is not to be analysed', async () => {
  const reading = await readAsOrg(DEAL_ID, orgOf(recordsOf(), [PERSON_ID]));
  expect(reading.state).toBe('silenced');
  expect(reading.payload).toBeUndefined();
  expect(reading.cuts).toBeUndefined();
});

it('closes a view whose deal or person the viewer may not see', async () => {
  const records = recordsOf();
  records.delete(PERSON_ID);
  expect((await readAsOrg(DEAL_ID, orgOf(records))).state).toBe('closed');
});

it('knows a record that was never written about', async () => {
  expect((await readAsOrg(PERSON_ID, orgOf(recordsOf()))).state).toBe('none');
});
