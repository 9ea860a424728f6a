import { percentile } from '../bench/percentile.ts';
import { rowOf, type Bound, type Row } from '../bench/row.ts';
import type { Asked } from './ask-cards.ts';
import type { Building } from './measure-building.ts';
import type { Opening, Served } from './measure-opening.ts';
import type { Weight } from './weigh-bundle.ts';

export interface CardFigures {
  readonly building: Building;
  readonly opening: Opening;
  /** Of each card's answer. */
  readonly answerBytes: readonly number[];
  readonly bundle: Weight;
}

/**
 * Why these. A wait of a second breaks no train of thought (Nielsen, Usability Engineering, 1993, ch. 5). Of that second
 * HubSpot's proxy and its answers about rights, some four calls of 100 to 150 ms, need most; 150 ms are ours. The
 * stand-in answers those calls in about a millisecond, so what is measured here is ours alone.
 */
const REP_P50_MS = 150;
/** A third of it when nothing is asked of the CRM; under HubSpot's 20 at once, within half of the second. */
const ONE_P95_MS = 50;
const MANY_P95_MS = 500;
/** Tenant, rows, time of the last night, rights, composing, checking: worth five times sending one row as it lies. */
const TIMES_BARE = 5;
/** A thousand reps who each open a card every ten seconds. */
const PER_SECOND_AND_CORE = 100;
/** The card gives up after 8 s (hubspot-app, api.ts), before HubSpot does after 15 s. */
const PATIENCE_MS = 8_000;
/** 50,000 deals of three people, all touched in one night, in ten minutes. */
const CARDS_PER_SECOND = 250;
/** What was just written is on the card within five seconds; building may take a hundredth. */
const BUILD_P95_MS = 50;
/** HubSpot passes on at most 1 MB (research/hubspot.md §2.1); deals in the wild have more people than ours. */
const [ANSWER_BYTES, HUBSPOT_BYTES] = [64 * 1_024, 1_000_000];
/** A tenth of a second on a slow line of 2 Mbit/s. */
const BUNDLE_GZIP_KB = 25;

export function rowsOf({ building, opening, answerBytes, bundle }: CardFigures): readonly Row[] {
  return [
    ...buildingRows(building),
    ...openingRows(opening),
    ...wholeRows(opening),
    rowOf(
      {
        name: 'largest answer',
        value: Math.max(...answerBytes),
        unit: 'bytes',
        yardstick: HUBSPOT_BYTES,
      },
      { atMost: ANSWER_BYTES },
    ),
    rowOf({ name: 'usual answer', value: percentile(answerBytes, 0.5), unit: 'bytes' }),
    rowOf({ name: "card's bundle", value: bundle.bytes / 1_000, unit: 'kB' }),
    rowOf(
      { name: "card's bundle, gzip", value: bundle.gzipBytes / 1_000, unit: 'kB' },
      { atMost: BUNDLE_GZIP_KB },
    ),
  ];
}

function buildingRows({ cardsPerSecond, buildMs, loadMs }: Building): readonly Row[] {
  return [
    rowOf(
      { name: 'cards built, one core', value: cardsPerSecond, unit: 'cards/s' },
      { atLeast: CARDS_PER_SECOND },
    ),
    rowOf(
      {
        name: "a deal's cards built, p95; yardstick: its file read from PostgreSQL",
        value: percentile(buildMs, 0.95),
        unit: 'ms',
        yardstick: percentile(loadMs, 0.95),
      },
      { atMost: BUILD_P95_MS },
    ),
  ];
}

function openingRows({ one, many, rowMs }: Opening): readonly Row[] {
  return [
    ...latencyRows('one at a time', one, { atMost: ONE_P95_MS }),
    ...latencyRows('20 at once', many, { atMost: MANY_P95_MS }),
    rowOf(
      {
        name: 'one at a time, times the bare route',
        value: median(one.ours) / median(one.bare),
        unit: 'times',
      },
      { atMost: TIMES_BARE },
    ),
    rowOf({
      name: "a card with nothing to say, p50; yardstick: a full one's",
      value: median(one.empty),
      unit: 'ms',
      yardstick: median(one.ours),
    }),
    rowOf({ name: 'its stored rows read alone, p50', value: percentile(rowMs, 0.5), unit: 'ms' }),
    ...throughputRows(many),
    rowOf(
      { name: 'answers that were none', value: sumRefused(one, many), unit: 'answers' },
      { atMost: 0 },
    ),
  ];
}

function throughputRows({ ours, bare }: Opening['many']): readonly Row[] {
  return [
    rowOf({
      name: '20 at once, answers; yardstick: the bare route',
      value: perSecond(ours),
      unit: 'answers/s',
      yardstick: perSecond(bare),
    }),
    rowOf(
      {
        name: "20 at once, answers for one core's second of our process",
        value: perCoreSecond(ours),
        unit: 'answers/s',
        yardstick: perCoreSecond(bare),
      },
      { atLeast: PER_SECOND_AND_CORE },
    ),
  ];
}

/** Each percentile beside the bare route's; the bound is the 95th's. */
function latencyRows(
  how: string,
  { ours, bare }: Record<'ours' | 'bare', Served>,
  bound: Bound,
): readonly Row[] {
  return [0.5, 0.95, 0.99].map((share) =>
    rowOf(
      {
        name: `${how}, p${share * 100}; yardstick: the bare route`,
        value: percentile(ours.latenciesMs, share),
        unit: 'ms',
        yardstick: percentile(bare.latenciesMs, share),
      },
      share === 0.95 ? bound : {},
    ),
  );
}

/** In sixteen seconds a rep opens some twenty cards; the 95th percentile of so few is one answer, so the median holds. */
function wholeRows({ rep, repCalls, rush }: Opening): readonly Row[] {
  const bound = { atMost: REP_P50_MS };
  const rights = 'the CRM asked for rights';
  const asked = rush.latenciesMs.length + rush.refused;
  const inTime = rush.latenciesMs.filter((each) => each <= PATIENCE_MS).length;
  return [
    rowOf({ name: `${rights}, one rep, p50`, value: median(rep), unit: 'ms' }, bound),
    rowOf({
      name: `${rights}, one rep, p95`,
      value: percentile(rep.latenciesMs, 0.95),
      unit: 'ms',
    }),
    rowOf({
      name: 'CRM calls for a card',
      value: repCalls / (rep.latenciesMs.length + rep.refused),
      unit: 'calls',
    }),
    rowOf(
      {
        name: `${rights}, ${asked} reps at once: answered before the card gives up`,
        value: inTime,
        unit: 'answers',
        yardstick: asked,
      },
      { atLeast: asked },
    ),
    rowOf({
      name: `${rights}, ${asked} reps at once, slowest; yardstick: the card's patience`,
      value: Math.max(0, ...rush.latenciesMs),
      unit: 'ms',
      yardstick: PATIENCE_MS,
    }),
    rowOf({
      name: `${rights}, ${asked} reps at once: refused`,
      value: rush.refused,
      unit: 'answers',
    }),
  ];
}

function median({ latenciesMs }: Asked): number {
  return percentile(latenciesMs, 0.5);
}

function perSecond({ latenciesMs, elapsedMs }: Served): number {
  return (latenciesMs.length * 1_000) / elapsedMs;
}

function perCoreSecond({ latenciesMs, cpuMs }: Served): number {
  return (latenciesMs.length * 1_000) / cpuMs;
}

function sumRefused(...measured: readonly Readonly<Record<string, Served>>[]): number {
  return measured.flatMap(Object.values<Served>).reduce((sum, { refused }) => sum + refused, 0);
}
