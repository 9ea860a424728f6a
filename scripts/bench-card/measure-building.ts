import type { DealFile } from '../../server/domain/deal-file.ts';
import { buildCards } from '../../server/insight/build-cards.ts';
import type { Subject } from '../../server/insight/port.ts';
import type { Sandbox } from '../sandbox/open-sandbox.ts';
import { dealsOf } from './list-views.ts';

const MEASURE_MS = 3_000;

export interface Building {
  /** Of one core, from files in memory. */
  readonly cardsPerSecond: number;
  /** Of all cards of one deal from its file; no input or output in it. */
  readonly buildMs: readonly number[];
  /** Of reading that file from PostgreSQL. */
  readonly loadMs: readonly number[];
}

/** Every subject's file is read once, and its cards are built again and again. */
export async function measureBuilding(sandbox: Sandbox): Promise<Building> {
  const { files, loadMs } = await loadFiles(sandbox);
  const now = sandbox.clock().toISOString();
  const buildMs: number[] = [];
  const startedMs = performance.now();
  let cards = 0;
  do {
    for (const file of files) {
      const fromMs = performance.now();
      cards += buildCards(file, now).length;
      buildMs.push(performance.now() - fromMs);
    }
  } while (performance.now() - startedMs < MEASURE_MS);
  return { cardsPerSecond: (cards * 1_000) / (performance.now() - startedMs), buildMs, loadMs };
}

async function loadFiles(sandbox: Sandbox) {
  const { insight } = sandbox.attune.stores;
  const files: DealFile[] = [];
  const loadMs: number[] = [];
  for (const subject of subjectsOf(sandbox)) {
    const startedMs = performance.now();
    const [file = null] = await insight.loadDealFiles(sandbox.tenantId, [subject]);
    loadMs.push(performance.now() - startedMs);
    if (file !== null) files.push(file);
  }
  return { files, loadMs };
}

/** Each deal, and the first person of a story without one. */
function subjectsOf({ stories: { stories } }: Sandbox): readonly Subject[] {
  return stories.flatMap((story): readonly Subject[] => {
    const deals = dealsOf(story);
    if (deals.length > 0) return deals.map((dealId) => ({ kind: 'deal', dealId }));
    const [personId] = Object.values(story.people);
    return personId === undefined ? [] : [{ kind: 'conversation', personId }];
  });
}
