import type { RecordKind } from '../../records.ts';
import { ALL_TYPES } from '../objects.ts';

/** Where changes of deals, people and what they wrote show first; an org has five selections without an add-on. */
const DEFAULT_OBJECTS = ['Opportunity', 'Contact', 'EmailMessage', 'Task'] as const;

export const DEFAULT_TOPICS: readonly string[] = DEFAULT_OBJECTS.map(
  (object) => `/data/${object}ChangeEvent`,
);

/** The kinds that may be read from an object. Which of them a task is, only its own fields say. */
export function kindsOf(object: string): readonly RecordKind[] {
  const kinds = ALL_TYPES.filter((type) => type.object === object).map(({ kind }) => kind);
  return [...new Set(kinds)];
}
