import { mkdir } from 'node:fs/promises';
import { beginNight } from '../../server/sync/run-night.ts';
import { ring } from '../../server/wire/parts.ts';
import type { Row } from '../bench/row.ts';
import { makeSandboxFolder } from '../sandbox/make-sandbox-folder.ts';
import type { Closers } from './closers.ts';
import { summaryOf, type NightSummary } from './night-summary.ts';
import { openEngine, type Engine } from './open-engine.ts';
import { openStandIn, type StandIn } from './open-stand-in.ts';
import { OwnTime } from './own-time.ts';
import { rowsOf, type SpentNight } from './rows-of.ts';
import { scaleOf } from './scale.ts';
import { VirtualClock } from './virtual-clock.ts';

export interface SyncWish {
  /** Of the whole mix; 1 is all of it. */
  readonly size: number;
  readonly say: (line: string) => void;
}

/**
 * The first load writes our fields into every record that has a card, so each of them comes back as changed, once. A
 * night of its own takes these, an hour later: they are no share of a usual night's changes.
 */
const ECHO_MS = 60 * 60_000;

/** A first load and the nights after it, against a strict HubSpot in a process of its own, in virtual time. */
export async function measureSync(
  { size, say }: SyncWish,
  closers: Closers,
): Promise<readonly Row[]> {
  const scale = scaleOf(size);
  const folder = await makeSandboxFolder();
  closers.add(() => folder.remove());
  await mkdir(folder.path, { recursive: true });
  const startAt = new Date(scale.changedBefore.getTime() - scale.nightMs);
  const own = new OwnTime();
  const clock = new VirtualClock(startAt, own);
  closers.add(() => {
    clock.close();
    return Promise.resolve();
  });
  say(
    `${scale.activities} activities, ${scale.counts.contacts} contacts, ${scale.counts.deals} deals.`,
  );
  const standIn = await openStandIn({ scale, startAt, folder: folder.path }, closers);
  const engine = await openEngine({ clock, standIn, own, folder: folder.path }, closers);
  const spend = (name: string) => spendNight({ engine, standIn, clock, own, name, say });
  const first = await spend('The first load');
  const mailsPerSecond = await engine.speed.measure();
  say(`The reader's pool reads ${Math.round(mailsPerSecond)} mails a second.`);
  clock.skip(ECHO_MS);
  const echo = await spend('The night of echoes');
  clock.skip(scale.nightMs - ECHO_MS);
  const second = await spend('The night');
  const memoryMb = process.resourceUsage().maxRSS / 1024;
  return rowsOf({ scale, first, echo, second, mailsPerSecond, memoryMb });
}

interface Night {
  readonly own: OwnTime;
  readonly engine: Engine;
  readonly standIn: StandIn;
  readonly clock: VirtualClock;
  readonly name: string;
  readonly say: (line: string) => void;
}

async function spendNight(night: Night): Promise<SpentNight> {
  const { engine, standIn, clock, own } = night;
  const { tenantId, parts, queue, diary } = engine;
  await standIn.control('clearLedger');
  diary.clear();
  const [startMs, realMs, before] = [clock.nowMs(), performance.now(), own.used()];
  if ((await beginNight(engine.night, tenantId)) === null) throw new Error('No night began.');
  await ring(parts, 'run_night', tenantId);
  await queue.drain();
  const summary = summaryOf(diary, startMs);
  tell(night, summary, {
    virtualMs: clock.nowMs() - startMs,
    realMs: performance.now() - realMs,
    ours: own.used().ours - before.ours,
    postgres: own.used().postgres - before.postgres,
  });
  return { summary, ledger: await standIn.ledger() };
}

interface Taken {
  readonly virtualMs: number;
  readonly realMs: number;
  /** Seconds of processor. */
  readonly ours: number;
  readonly postgres: number;
}

function tell({ name, say }: Night, { pages }: NightSummary, taken: Taken): void {
  const seconds = (ms: number): string => (ms / 1000).toFixed(1);
  say(`${name}: ${seconds(taken.virtualMs)} s, in ${seconds(taken.realMs)} s of real time;`);
  say(
    `  ${taken.ours.toFixed(1)} s of processor are ours, ${taken.postgres.toFixed(1)} s PostgreSQL's.`,
  );
  for (const [unit, { pages: count, endSeconds }] of pages)
    say(`  ${unit}: ${count} pages, until ${endSeconds.toFixed(1)} s.`);
}
