import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { workIdOf } from '../../../server/queue/work-id.ts';
import { runQuery } from '../../../server/store/database/run-query.ts';
import type { Stage, StormTenant } from './open-stage.ts';
import { patiently } from './patiently.ts';
import { POSTGRES_KILLS_AT, QUEUE_FLUSHES_AT, TASKS } from './storm-plan.ts';

export interface Troubles {
  readonly postgresKills: number;
  readonly flushes: number;
}

interface Act {
  /** Of the whole time, 0 to 1. */
  readonly at: number;
  readonly does: () => Promise<void>;
}

/** What happens beside the kills, at its times; and what people ask for meanwhile. */
export async function makeTrouble(stage: Stage, seconds: number): Promise<Troubles> {
  let [postgresKills, flushes] = [0, 0];
  const acts: readonly Act[] = [
    ...POSTGRES_KILLS_AT.map((at) => ({
      at,
      does: async () => {
        if (killPostgres(stage)) postgresKills += 1;
        await Promise.resolve();
      },
    })),
    ...QUEUE_FLUSHES_AT.map((at) => ({
      at,
      does: async () => {
        await flushQueue(stage.adminUrl);
        flushes += 1;
      },
    })),
    ...stage.crm.tokensExpireAt.map((at) => ({ at, does: () => expireTokens(stage) })),
    ...Array.from({ length: TASKS }, (_, index) => ({
      at: index / TASKS,
      does: () => askForTasks(stage, stage.stormy, index),
    })),
  ];
  const startMs = performance.now();
  for (const { at, does } of acts.toSorted((a, b) => a.at - b.at)) {
    await sleep(Math.max(0, startMs + at * seconds * 1_000 - performance.now()));
    await patiently(does);
  }
  return { postgresKills, flushes };
}

export async function askForTasks(
  { attune }: Stage,
  tenants: readonly StormTenant[],
  index: number,
): Promise<void> {
  const at = new Date().toISOString();
  const [key, subject] = [`storm-${index}`, subjectOf(index)];
  const task = { key, subject, body: 'Asked for in a storm.', dueAt: at, ownerId: null };
  const { outbox, works } = attune.stores;
  for (const { tenantId, dealIds } of tenants) {
    const about = dealIds.slice(index, index + 1).map((id) => ({ kind: 'deal', id }) as const);
    await outbox.putTask(tenantId, { ...task, about }, at);
    await works.enqueue(
      { workId: workIdOf('push_outbox', tenantId), tenantId, kind: 'push_outbox' },
      0,
    );
  }
}

export function subjectOf(index: number): string {
  return `Storm task ${index}`;
}

function killPostgres({ postgres }: Stage): boolean {
  const pid = postgres.pid();
  if (pid === undefined) return false;
  process.kill(pid, 'SIGKILL');
  return true;
}

const Names = z.array(z.object({ name: z.string() }));

async function flushQueue(adminUrl: string): Promise<void> {
  const found = await runQuery(
    adminUrl,
    `select table_name as name from information_schema.tables
     where table_schema = 'bullmq' and table_type = 'BASE TABLE' and table_name not like '%migration%'`,
  );
  for (const { name } of Names.parse(found))
    await runQuery(adminUrl, `delete from bullmq."${name}"`);
}

/** As half an hour later: the key that we hold is refused. */
export async function expireTokens({ crm, standIn, stormy }: Stage): Promise<void> {
  const accountIds = stormy.map(({ accountId }) => accountId);
  await crm.expireTokens(standIn, accountIds);
}
