import { z } from 'zod';

export const SearchFilter = z.strictObject({
  propertyName: z.string(),
  operator: z.enum([
    'EQ',
    'NEQ',
    'GT',
    'GTE',
    'LT',
    'LTE',
    'BETWEEN',
    'IN',
    'NOT_IN',
    'CONTAINS_TOKEN',
    'HAS_PROPERTY',
    'NOT_HAS_PROPERTY',
  ]),
  value: z.string().optional(),
  highValue: z.string().optional(),
  values: z.array(z.string()).optional(),
});
export type SearchFilter = z.infer<typeof SearchFilter>;

const BY_ORDER: Readonly<Record<string, (order: number | null) => boolean>> = {
  EQ: (order) => order === 0,
  NEQ: (order) => order !== 0,
  GT: (order) => order !== null && order > 0,
  GTE: (order) => order !== null && order >= 0,
  LT: (order) => order !== null && order < 0,
  LTE: (order) => order !== null && order <= 0,
  HAS_PROPERTY: (order) => order !== null,
  NOT_HAS_PROPERTY: (order) => order === null,
};

const BY_VALUE: Readonly<Record<string, (value: string, filter: SearchFilter) => boolean>> = {
  BETWEEN: (value, { value: low = '', highValue = '' }) =>
    compareKeys(toKey(value), toKey(low)) >= 0 && compareKeys(toKey(value), toKey(highValue)) <= 0,
  IN: (value, { values = [] }) => values.includes(value),
  NOT_IN: (value, { values = [] }) => !values.includes(value),
  CONTAINS_TOKEN: (value, { value: token = '' }) =>
    value.toLowerCase().includes(token.replaceAll('*', '').toLowerCase()),
};

export type PropertyReader = (name: string) => SearchKey | null;

/** A filter ready for many records: its own value is understood once. */
export function toTest(filter: SearchFilter): (valueOf: PropertyReader) => boolean {
  const { propertyName, operator } = filter;
  const byOrder = BY_ORDER[operator];
  const bound = toKey(filter.value ?? '');
  if (byOrder !== undefined) {
    return (valueOf) => {
      const value = valueOf(propertyName);
      return byOrder(value === null ? null : compareKeys(toKey(value), bound));
    };
  }
  return (valueOf) => {
    const value = valueOf(propertyName);
    return value !== null && BY_VALUE[operator]?.(String(value), filter) === true;
  };
}

/** What the filters leave of the time of change, both ends included. */
export function rangeOf(
  filters: readonly SearchFilter[],
  changed: string,
): { fromMs: number; toMs: number } {
  const ofTime = filters.filter(({ propertyName }) => propertyName === changed);
  const among = (operators: readonly string[]): readonly number[] =>
    ofTime
      .filter(({ operator }) => operators.includes(operator))
      .map(({ value = '' }) => Number(toKey(value)))
      .filter((moment) => !Number.isNaN(moment));
  return {
    fromMs: Math.max(-Infinity, ...among(['EQ', 'GT', 'GTE', 'BETWEEN'])),
    toMs: Math.min(Infinity, ...among(['EQ', 'LT', 'LTE'])),
  };
}

export type SearchKey = number | string;

/** Dates are compared in milliseconds, whether they were given so or as ISO 8601. */
export function toKey(value: SearchKey): SearchKey {
  if (typeof value === 'number') return value;
  if (/^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  return /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : value;
}

export function compareKeys(a: SearchKey, b: SearchKey): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : Number(String(a) > String(b));
}
