import { z } from 'zod';
import type { Row } from './reading/rows.ts';

/** Moments come as 2026-11-01T09:30:00.000+0000, days as 2026-11-01. */
const moment = z
  .string()
  .transform((text) => new Date(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')))
  .refine((date) => !Number.isNaN(date.getTime()))
  .transform((date) => date.toISOString());

/** What is absent was hidden from us or is empty: both are null. */
export const optionalMoment = moment.nullish().transform((value) => value ?? null);
export const requiredMoment = moment;
export const optionalText = z
  .string()
  .nullish()
  .transform((value) =>
    value === undefined || value === null || value.trim() === '' ? null : value,
  );
export const optionalNumber = z
  .number()
  .nullish()
  .transform((value) => value ?? null);
export const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);

/** The record at the other end of a followed reference; null: there is none. */
export function followed(row: Row, reference: string): Readonly<Record<string, unknown>> | null {
  const value = row[reference];
  return typeof value === 'object' && value !== null ? { ...value } : null;
}

/** "a@x.example; b@y.example" */
export function addressesOf(list: string | null): readonly string[] {
  return (list ?? '').split(/[;,]/).flatMap((each) => /[^\s<>]+@[^\s<>]+/.exec(each)?.[0] ?? []);
}
