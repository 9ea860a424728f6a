import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { designedCard } from '../../../preview/designed-states/designed-states.ts';
import { writeCard } from '../../../preview/lightning/designed-payload.ts';
import {
  designedReading,
  LIGHTNING_STATES,
  type LightningState,
} from '../../../preview/lightning/designed-readings.ts';
import type { Reading } from '../../../preview/lightning/lightning-org.ts';
import { filterReadable } from '../../../server/insight/view/filter-readable.ts';
import { Card, type EndedCard, type InsightCard } from '../../../shared/card.ts';
import { InsightPayload } from '../../../shared/insight-payload.ts';
import { composeCard, type OrgCard } from '../../support/salesforce/lightning-modules.ts';

const NOW = new Date('2026-03-10T09:00:00.000Z');

function read(state: LightningState): Reading {
  const reading = designedReading(state, NOW);
  if (reading === null) throw new Error(`${state} is no reading.`);
  return reading;
}

function compose(reading: Reading, choice: string | null = null): OrgCard {
  return composeCard(reading, { now: NOW, choice });
}

function payloadOf({ payload = '' }: Reading): InsightPayload {
  return InsightPayload.parse(JSON.parse(payload));
}

/** As `Card` parses it: entries of the map are phrases in the org, and its headline knows whether it is a stand-in. */
function asCard(card: OrgCard): Card {
  const joined: unknown = JSON.parse(JSON.stringify(card), (key, value: unknown) => {
    if (key === 'isHeadlineHidden') return undefined;
    return key === 'entries' && Array.isArray(value) ? value.map(joinText) : value;
  });
  return Card.parse(joined);
}

function joinText(entry: { readonly text: readonly string[] }) {
  return { ...entry, text: entry.text.join('') };
}

/** A reading in which these sources are closed. */
function close(reading: Reading, hidden: ReadonlySet<number>): Reading {
  const { quotes } = payloadOf(reading);
  return {
    ...reading,
    openSources: (reading.openSources ?? []).map((_, source) => !hidden.has(source)),
    cuts: (reading.cuts ?? []).map((cut, quote) =>
      hidden.has(quotes[quote]?.source ?? -1) ? { missing: 'closed' } : cut,
    ),
  };
}

/** What the server knows of a view's sources. */
function citedBy({ payload, quoted }: Cited) {
  const rests = payload.views[0]?.rests ?? [];
  return payload.sources.map(({ kind, id }, source) => ({
    kind,
    id,
    parts: [
      ...(quoted.has(id) ? ['quotes'] : []),
      ...rests.filter(({ sources }) => sources.includes(source)).map(({ part }) => part),
    ],
  }));
}

interface Cited {
  readonly payload: InsightPayload;
  readonly quoted: ReadonlySet<string>;
}

function quotedIn(card: InsightCard | EndedCard): ReadonlySet<string> {
  const quotes =
    card.kind === 'ended'
      ? card.leftOpen.map(({ quote }) => quote)
      : [
          ...card.drivers.flatMap((each) => each.quotes),
          ...card.concerns.map(({ quote }) => quote),
        ];
  return new Set(quotes.map(({ source }) => source.id));
}

describe('composing a card in the org', () => {
  it.each(LIGHTNING_STATES.filter((state) => !['loading', 'error', 'not_read'].includes(state)))(
    'makes of %s a card that the contract knows',
    (state) => {
      expect(() => asCard(compose(read(state)))).not.toThrow();
    },
  );

  it('shows the same words as the card that was written, when every source is open', () => {
    const written = designedCard('insight', NOW) as InsightCard; // that state's own card
    const card = asCard(compose(read('insight'))) as InsightCard; // parsed above
    expect(card.headline).toEqual(written.headline);
    const shownWords = (of: InsightCard) =>
      of.drivers.flatMap(({ quotes }) => quotes.map(({ shown }) => shown));
    expect(shownWords(card)).toEqual(shownWords(written));
    expect(card.map.map(({ entries }) => entries.map(({ text }) => text))).toEqual(
      written.map.map(({ entries }) => entries.map(({ text }) => text)),
    );
    expect(card.why?.focus).toBe('Dana Whitlock is in the next meeting of this deal.');
  });

  it.each(['insight', 'ended'] as const)(
    'leaves out of %s what the server would leave out, whichever sources are closed',
    (state) => {
      const reading = read(state);
      const payload = payloadOf(reading);
      const whole = asCard(compose(reading)) as InsightCard | EndedCard; // of these two states
      const cited = citedBy({ payload, quoted: quotedIn(whole) });
      const places = payload.sources.map((_, place) => place);
      fc.assert(
        fc.property(fc.subarray(places), (hidden) => {
          const closed = new Set(hidden.map((place) => payload.sources[place]?.id));
          const expected = filterReadable(
            { card: whole, cited } as never,
            ({ id }) => !closed.has(id),
          ); // only these two are read
          expect(asCard(compose(close(reading, new Set(hidden))))).toEqual(expected);
        }),
      );
    },
  );

  it('hides all of a mail of which a part was changed by hand', () => {
    const reading = read('insight');
    const { quotes } = payloadOf(reading);
    const cuts = (reading.cuts ?? []).map((cut, quote) =>
      quote === quotes.findLastIndex(({ source }) => source === 0) ? { missing: 'changed' } : cut,
    );
    const card = compose({ ...reading, cuts }) as InsightCard; // told, so an insight
    expect(card.drivers.map(({ driver }) => driver)).not.toContain('certainty');
    expect(card.notices.map(({ text }) => text)).toContainEqual([
      '1 quote hidden: you cannot open its mail.',
    ]);
  });

  it('shows the view that the viewer chose, and offers only those that are open', () => {
    const reading = read('insight');
    const chosen = compose(reading, '1');
    expect(chosen).toMatchObject({ kind: 'empty', focus: { person: { name: 'Ruth Adeyemi' } } });
    const payload: unknown = JSON.parse(reading.payload ?? '', (key, value: unknown) =>
      key === 'views' && Array.isArray(value) ? [value[0], null] : value,
    );
    const alone = compose({ ...reading, payload: JSON.stringify(payload) }, '1');
    expect(alone).toMatchObject({ kind: 'insight', focus: { choices: [] } });
  });

  it('never shows a quote’s words when its source is closed', () => {
    const { payload, words } = writeCard(designedCard('insight', NOW) as InsightCard); // that state's own card
    const everything = new Set(payload.sources.map((_, place) => place));
    const told = JSON.stringify(compose(close(read('insight'), everything)));
    for (const each of words) expect(told).not.toContain(each);
  });
});

describe('judging the age of a card in the org', () => {
  const noticesOf = (reading: Reading) =>
    (compose(reading) as InsightCard).notices.map(({ text }) => text[0]); // told, so an insight

  it('says nothing of a reading of last night', () => {
    expect(noticesOf(read('insight'))).toEqual([]);
  });

  it('says after 36 hours that newer mails are missing', () => {
    expect(noticesOf(read('old_reading'))).toEqual(['Attune last read this org ']);
  });

  it('says who can help when the connection ended', () => {
    const last = (state: LightningState) =>
      (compose(read(state)) as InsightCard).notices[0]?.text.at(-1); // told, so an insight
    expect(last('disconnected')).toBe('. An admin can connect it again.');
    expect(last('reconnect_needed')).toBe('. An admin can reconnect it.');
  });
});
