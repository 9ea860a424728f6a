import { randomUUID } from 'node:crypto';
import type { OrgChange } from '../org/org.ts';
import { encodeChange, type ChangeTold } from './change-schema.ts';

export interface BusEvent {
  readonly topic: string;
  readonly id: string;
  readonly schemaId: string;
  readonly payload: Buffer;
  readonly atMs: number;
  /** From 1 on, one after the other in the whole org. */
  readonly position: number;
}

const RETENTION_MS = 72 * 3_600_000;

/** An org's change events of the last three days. */
export class EventBus {
  readonly #clock: () => Date;
  #events: BusEvent[] = [];
  #last = 0;

  constructor(clock: () => Date) {
    this.#clock = clock;
  }

  tellOf({ object, change, record, byUserId }: OrgChange): void {
    const name = record['Name'] ?? record['Subject'];
    this.tell({
      ...{ entityName: object, changeType: change, recordIds: [record.Id], commitUser: byUserId },
      name: typeof name === 'string' ? name : null,
    });
  }

  tell(told: Omit<ChangeTold, 'commitTimestamp' | 'commitNumber'>): void {
    this.#last += 1;
    const atMs = this.#clock().getTime();
    const { entityName } = told;
    this.#events.push({
      ...{ topic: topicOf(entityName), id: randomUUID(), schemaId: `schema-${entityName}` },
      payload: encodeChange({ ...told, commitTimestamp: atMs, commitNumber: this.#last }),
      ...{ atMs, position: this.#last },
    });
  }

  /** An event that does not fit its schema. */
  tellBroken(entityName: string): void {
    this.#last += 1;
    this.#events.push({
      ...{ topic: topicOf(entityName), id: randomUUID(), schemaId: `schema-${entityName}` },
      ...{ payload: Buffer.from([3]), atMs: this.#clock().getTime(), position: this.#last },
    });
  }

  get last(): number {
    return this.#last;
  }

  after(topic: string, position: number): readonly BusEvent[] {
    this.#forget();
    return this.#events.filter((event) => event.topic === topic && event.position > position);
  }

  /** Null: never given out, or past what is kept. */
  positionOf(replayId: Buffer): number | null {
    this.#forget();
    if (replayId.length !== 8) return null;
    const position = Number(replayId.readBigUInt64BE());
    const oldest = this.#events[0]?.position ?? this.#last + 1;
    return position >= oldest - 1 && position <= this.#last ? position : null;
  }

  #forget(): void {
    const sinceMs = this.#clock().getTime() - RETENTION_MS;
    this.#events = this.#events.filter(({ atMs }) => atMs >= sinceMs);
  }
}

export function topicOf(entityName: string): string {
  const custom = /^(\w+)__c$/.exec(entityName);
  return custom === null
    ? `/data/${entityName}ChangeEvent`
    : `/data/${custom[1] ?? ''}__ChangeEvent`;
}

export function replayIdOf(position: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(position));
  return bytes;
}
