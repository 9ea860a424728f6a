import type { z } from 'zod';
import type { Receipt } from '../../records.ts';
import { unexpectedAnswer } from '../errors.ts';
import { API_VERSIONS } from '../objects.ts';
import type { ObjectKind, ObjectType } from '../objects.ts';
import { isReceipt, parseRecord } from './raw-record.ts';
import type { RawRecord } from './raw-record.ts';

/** What every way to HubSpot's objects gives: records, and receipts of those that could not be understood. */
export interface RawPage {
  readonly raws: readonly RawRecord[];
  readonly receipts: readonly Receipt[];
}

export function sortOut(kind: ObjectKind, results: readonly unknown[]): RawPage {
  const parsed = results.map((result) => parseRecord(kind, result));
  return {
    raws: parsed.filter((each): each is RawRecord => !isReceipt(each)),
    receipts: parsed.filter(isReceipt),
  };
}

export function parseAnswer<T>(schema: z.ZodType<T>, answer: unknown, call: string): T {
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw unexpectedAnswer(call, 'has a form we do not know');
  return parsed.data;
}

export function objectsPath(type: ObjectType): string {
  return `/crm/objects/${API_VERSIONS.objects}/${type.name}`;
}
