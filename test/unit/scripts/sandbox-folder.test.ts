import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { replayBuyerMessages } from '../../../scripts/sandbox/buyer-desk.ts';
import { openSandboxFolder } from '../../../scripts/sandbox/sandbox-folder.ts';
import { openHubSpot } from '../../support/hubspot/open-hubspot.ts';

describe('the sandbox’s folder', () => {
  let parent: string;
  let folder: string;
  beforeEach(() => {
    parent = mkdtempSync(path.join(tmpdir(), 'attune-folder-'));
    folder = path.join(parent, 'sandbox');
  });
  afterEach(() => {
    rmSync(parent, { recursive: true });
  });

  // 23:30 in London, an hour before the date changes there in summer.
  const open = (now = '2026-06-30T22:30:00.000Z', fresh = false) =>
    openSandboxFolder(folder, { fresh, now: new Date(now), timeZone: 'Europe/London' });

  it('remembers its first night in the portal’s time zone, and nothing half written', () => {
    const { state, keep, release } = open();
    expect(state.firstNight).toBe('2026-06-30');
    keep();
    release();
    expect(open('2026-07-04T10:00:00.000Z').state).toEqual(state);
    expect(readdirSync(folder).toSorted()).toEqual(['running.json', 'sandbox.json']);
  });

  it('begins anew when it is asked to', () => {
    const { state, keep, release } = open();
    keep();
    release();
    const fresh = open('2026-07-04T10:00:00.000Z', true).state;
    expect(fresh.firstNight).toBe('2026-07-04');
    expect(fresh.clientSecret).not.toBe(state.clientSecret);
  });

  it('opens after a kill that left its lock behind', () => {
    open().release();
    writeFileSync(path.join(folder, 'running.json'), JSON.stringify({ pid: 2 ** 30 }));
    expect(() => open()).not.toThrow();
  });
});

describe('what visitors wrote', () => {
  it('is there again at the next start, up to a message that a kill cut off', async () => {
    const parent = mkdtempSync(path.join(tmpdir(), 'attune-messages-'));
    const file = path.join(parent, 'stand-in.jsonl');
    const note = (id: string) =>
      JSON.stringify({ type: 'notes', id, properties: {}, at: '2026-06-30T22:30:00.000Z' });
    appendFileSync(file, `${note('77')}\n${note('78').slice(0, 20)}`);
    const { hubspot } = await openHubSpot();
    replayBuyerMessages(hubspot, file);
    expect(hubspot.getRecord('notes', '77')).not.toBeNull();
    expect(hubspot.getRecord('notes', '78')).toBeNull();
    expect(readFileSync(file, 'utf8')).toBe(`${note('77')}\n`);
    await hubspot.close();
    rmSync(parent, { recursive: true });
  });
});
