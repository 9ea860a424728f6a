import type { CoveragePanel } from '../../shared/card.ts';
import type { Instant } from '../../shared/ids.ts';
import type { ActivityKind } from '../../shared/vocabulary.ts';
import type { DealFile } from '../domain/deal-file.ts';

const NOUNS: Readonly<Record<ActivityKind, readonly [one: string, many: string]>> = {
  email: ['mail', 'mails'],
  call: ['call', 'calls'],
  meeting: ['meeting', 'meetings'],
  note: ['note', 'notes'],
  chat: ['chat', 'chats'],
  thread: ['chat thread', 'chat threads'],
  ticket: ['ticket', 'tickets'],
  survey: ['survey answer', 'survey answers'],
  form: ['form', 'forms'],
  task: ['task', 'tasks'],
};

/** "read 14 mails and 2 calls; 3 not read: private". */
export function sumCoverage(file: DealFile, now: Instant): CoveragePanel {
  const past = file.activities.filter((each) => each.at <= now && each.kind !== 'task');
  const counts = [...Map.groupBy(past, (each) => each.kind)].map(([kind, group]) =>
    counted(kind, group.length),
  );
  const read = counts.length === 0 ? 'nothing read yet' : `read ${listed(counts)}`;
  return { sentence: [read, ...unread(file)].join('; '), syncedAt: file.coverage.syncedAt };
}

export function unread({ coverage }: Pick<DealFile, 'coverage'>): readonly string[] {
  return coverage.notRead
    .filter((each) => each.count > 0)
    .map(({ count, reason }) => `${count} not read: ${reason}`);
}

function counted(kind: ActivityKind, count: number): string {
  const [one, many] = NOUNS[kind];
  return `${count} ${count === 1 ? one : many}`;
}

function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}
