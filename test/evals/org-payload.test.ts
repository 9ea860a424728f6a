import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildCards } from '../../server/insight/build-cards.ts';
import { composePayload } from '../../server/insight/payload/compose-payload.ts';
import { openWordBook, plain, runsIn } from '../../server/insight/payload/known-words.ts';
import { hashOf, type Locate } from '../../server/insight/payload/pointer-table.ts';
import type { Phrase } from '../../shared/card.ts';
import { InsightPayload, PAYLOAD_LIMIT } from '../../shared/insight-payload.ts';
import { cutWords, sayPhrase } from '../support/cards/cut-words.ts';
import { MORNING, tellAllStories, type ToldFile } from '../support/cards/told-stories.ts';

/** Ids in an org have eighteen characters. */
const toOrgId = (id: string): string => id.padStart(18, '0');

const locate = ({ kind, id }: { kind: string; id: string }) => ({
  object: kind,
  id: toOrgId(id),
  field: 'Text',
});

describe('what is written into an org of every story', () => {
  let told: readonly ToldFile[];
  let textOf: (id: string) => string | null;
  beforeAll(async () => {
    const stories = await tellAllStories();
    told = stories.files;
    const texts = new Map(
      [...stories.texts].map(([key, text]) => [toOrgId(key.split('/')[1] ?? ''), text]),
    );
    textOf = (id) => texts.get(id) ?? null;
  });

  function payloads(place: Locate = locate) {
    return told.flatMap(({ file }) => {
      const rows = buildCards(file, MORNING);
      const [kind, id] =
        file.deal === null
          ? (['contact', rows[0]?.personId ?? ''] as const)
          : (['deal', file.deal.id] as const);
      const payload = composePayload({
        record: { kind, id },
        rows,
        files: [file],
        locate: place,
        now: MORNING,
      });
      return payload === null ? [] : [{ payload, rows, file }];
    });
  }

  it('keeps the contract and fits into the field', () => {
    const all = payloads();
    expect(all.length).toBeGreaterThan(30);
    for (const { payload } of all) {
      expect(InsightPayload.safeParse(payload).error).toBeUndefined();
      expect(JSON.stringify(payload).length).toBeLessThanOrEqual(PAYLOAD_LIMIT);
    }
  });

  it('holds no run of words of a buyer’s', () => {
    const leaks = payloads().flatMap(({ payload, file }) => {
      const { runs } = openWordBook([file]);
      return stringsIn(payload.views).flatMap((text) =>
        runsIn(plain(text))
          .filter((run) => runs.has(run.text))
          .map((run) => run.text),
      );
    });
    expect(leaks).toEqual([]);
  });

  it('becomes the very card again once its words are cut out of their sources', () => {
    const differing = payloads().flatMap(({ payload, rows }) => {
      const words = cutWords(payload, textOf);
      expect(words).not.toContain(null);
      return rows.flatMap(({ card }, index) => {
        const view = payload.views[index]?.card;
        if (card.kind !== 'insight' || view?.kind !== 'insight') return [];
        const pairs: readonly (readonly [Phrase, Parameters<typeof sayPhrase>[0]])[] = [
          [card.headline, view.headline],
          ...card.brief.sentences.map((each, at) => [each, view.brief[at] ?? []] as const),
          ...card.map.flatMap(({ entries }, cell) =>
            entries.map(
              ({ text }, at) => [[text], view.map[cell]?.entries[at]?.text ?? []] as const,
            ),
          ),
          ...card.drivers.map(
            ({ quotes }, at) =>
              [
                quotes.map(({ shown }) => shown),
                view.drivers[at]?.quotes.map(({ words }) => words) ?? [],
              ] as const,
          ),
        ];
        return pairs
          .map(([ours, theirs]) => [plain(say(ours)), plain(sayPhrase(theirs, words))])
          .filter(([ours, theirs]) => ours !== theirs);
      });
    });
    expect(differing).toEqual([]);
  });

  it.each([0, 1, 2, 3, 4, 5, 6])(
    'says nothing that rests on records which the org does not have, of choice %i',
    (choice) => {
      const isThere = (id: string): boolean => hashOf(`${choice} ${id}`) < '8';
      const partly: Locate = ({ kind, id }) => (isThere(id) ? locate({ kind, id }) : null);
      for (const { payload, rows } of payloads(partly)) {
        expect(InsightPayload.safeParse(payload).error).toBeUndefined();
        const gone = rows.flatMap(({ cited }) => cited.filter(({ id }) => !isThere(id)));
        const parts = new Set(gone.map(({ id }) => toOrgId(id)));
        expect(payload.sources.filter(({ id }) => parts.has(id))).toEqual([]);
        expect(cutWords(payload, textOf)).not.toContain(null);
      }
    },
  );
});

function say(text: Phrase): string {
  return text.map((part) => (typeof part === 'string' ? part : part.at)).join('');
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];
}
