import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { killNightUntilDone } from '../../../scripts/faults/kill-night.ts';
import {
  makeSameNight,
  spendQuietNight,
  type QuietNight,
} from '../../../scripts/faults/same-night.ts';
import { CONTENT_NAMES, differ, loadContents } from '../../../scripts/faults/sandbox-contents.ts';
import { SeededRandom } from '../../simulators/hubspot/seeded-random.ts';
import { processesIn } from '../../support/processes-in.ts';

jest.setTimeout(120_000);

const KILLING_MS = 6_000;

describe('a night that is killed again and again', () => {
  let quiet: QuietNight;
  beforeAll(async () => {
    quiet = await spendQuietNight();
  });
  afterAll(() => quiet.remove());

  it('ends with the same records, readings and cards as a quiet one', async () => {
    const made = await makeSameNight(quiet);
    const folder = made.path;
    const random = new SeededRandom(2);
    const untilMs = performance.now() + KILLING_MS;
    const kills = await killNightUntilDone({ folder, random, untilMs });
    expect(kills.nights + kills.starts + kills.postmasters).toBeGreaterThan(0);
    const contents = await loadContents(folder);
    for (const name of CONTENT_NAMES) {
      expect({ name, ...differ(quiet.contents[name], contents[name]) }).toEqual({
        name,
        missing: [],
        added: [],
      });
    }
    expect(contents.unread).toEqual([]);
    expect(processesIn(folder)).toEqual([]);
    await made.remove();
  });
});
