import { rowOf, type Row } from '../bench/row.ts';
import { SeededRandom } from '../../test/simulators/hubspot/seeded-random.ts';
import { floodNight } from './flood-night.ts';
import { killNightUntilDone, type Kills } from './kill-night.ts';
import { makeSameNight, spendQuietNight, type QuietNight } from './same-night.ts';
import { CONTENT_NAMES, differ, loadContents } from './sandbox-contents.ts';

export interface FaultWish {
  readonly seconds: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

const FLOOD_FAULTS = 25;
/** A hanging answer costs the adapter's patience of 30 s, so only long runs have one. */
const LONG_RUN_S = 60;
/** Differing lines that are told of each content. */
const SHOWN = 5;

/** Kills first nights for as long as is given, floods one more with bad answers, and compares each with a quiet one. */
export async function measureFaults({ seconds, seed, say }: FaultWish): Promise<readonly Row[]> {
  const random = new SeededRandom(seed);
  const quiet = await spendQuietNight();
  say(
    `A quiet night: ${CONTENT_NAMES.map((each) => `${quiet.contents[each].length} ${each}`).join(', ')}.`,
  );
  try {
    const killed = await killNights(quiet, { seconds, random, say });
    const hangs = seconds >= LONG_RUN_S ? 1 : 0;
    const flooded = await compared({ quiet, say }, async (folder) =>
      floodNight({ folder, random, faults: FLOOD_FAULTS, hangs }),
    );
    say(`A flooded night: ${flooded.lost} missing, ${flooded.doubled} too many.`);
    return [...resultsOf('killed', killed), ...resultsOf('flooded', flooded), ...countsOf(killed)];
  } finally {
    await quiet.remove();
  }
}

interface Damage {
  readonly lost: number;
  readonly doubled: number;
  readonly unread: number;
}

interface KilledNights extends Damage {
  readonly nights: number;
  readonly kills: Kills;
}

async function killNights(
  quiet: QuietNight,
  { seconds, random, say }: Omit<FaultWish, 'seed'> & { readonly random: SeededRandom },
): Promise<KilledNights> {
  const untilMs = performance.now() + seconds * 1_000;
  let sum: KilledNights = {
    nights: 0,
    kills: { starts: 0, nights: 0, postmasters: 0 },
    lost: 0,
    doubled: 0,
    unread: 0,
  };
  while (performance.now() < untilMs) {
    let kills: Kills = { starts: 0, nights: 0, postmasters: 0 };
    const damage = await compared({ quiet, say }, async (folder) => {
      kills = await killNightUntilDone({ folder, random, untilMs });
    });
    say(
      `A night killed ${describeKills(kills)}: ${damage.lost} missing, ${damage.doubled} too many.`,
    );
    sum = added(sum, kills, damage);
  }
  return sum;
}

async function compared(
  { quiet, say }: { readonly quiet: QuietNight; readonly say: FaultWish['say'] },
  spend: (folder: string) => Promise<void>,
): Promise<Damage> {
  const made = await makeSameNight(quiet);
  try {
    await spend(made.path);
    const contents = await loadContents(made.path);
    const differences = CONTENT_NAMES.map((name) => differ(quiet.contents[name], contents[name]));
    for (const { missing, added: more } of differences) {
      for (const line of missing.slice(0, SHOWN)) say(`- ${line}`);
      for (const line of more.slice(0, SHOWN)) say(`+ ${line}`);
    }
    return {
      lost: differences.reduce((sum, { missing }) => sum + missing.length, 0),
      doubled: differences.reduce((sum, each) => sum + each.added.length, 0),
      unread: contents.unread.length,
    };
  } finally {
    await made.remove();
  }
}

function added(sum: KilledNights, kills: Kills, damage: Damage): KilledNights {
  return {
    nights: sum.nights + 1,
    kills: {
      starts: sum.kills.starts + kills.starts,
      nights: sum.kills.nights + kills.nights,
      postmasters: sum.kills.postmasters + kills.postmasters,
    },
    lost: sum.lost + damage.lost,
    doubled: sum.doubled + damage.doubled,
    unread: sum.unread + damage.unread,
  };
}

function describeKills({ starts, nights, postmasters }: Kills): string {
  return `${nights} times, ${starts} times while starting, PostgreSQL ${postmasters} times`;
}

function resultsOf(how: string, { lost, doubled, unread }: Damage): readonly Row[] {
  const none = (name: string, value: number): Row =>
    rowOf({ name: `${how}: ${name}`, value, unit: 'rows', yardstick: 0 }, { atMost: 0 });
  return [none('missing', lost), none('too many', doubled), none('unread', unread)];
}

function countsOf({ nights, kills }: KilledNights): readonly Row[] {
  const told = (name: string, value: number): Row => rowOf({ name, value, unit: 'times' });
  return [
    told('nights ended', nights),
    told('kills of the night', kills.nights),
    told('kills of a start', kills.starts),
    told('kills of PostgreSQL', kills.postmasters),
  ];
}
