import type { Instant } from '../../shared/ids.ts';
import type { Responses } from './responses.ts';

/** A buyer-side contact. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly email: string | null;
  readonly companyId: string | null;
  /** Their firm in words, where the CRM holds no record of it. */
  readonly companyName?: string | null;
  readonly ownerId: string | null;
  /** Set in the CRM: nothing of or about this person is read, kept or shown. */
  readonly doNotAnalyse: boolean;
  /** Null: the CRM has none, or they are not read. */
  readonly responses: Responses | null;
}

/** Someone on our side: a CRM owner or user. */
export interface Seller {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly userId: string | null;
}

/** First names read better in a sentence of a card; titles like "Dr" are not names. */
export function firstName(person: { readonly name: string }): string {
  const words = person.name.split(/\s+/).filter((word) => !/^(dr|mr|mrs|ms|prof)\.?$/i.test(word));
  return words[0] ?? person.name;
}

const NAME_WORD = /[\p{L}\p{M}]+/gu;

/** Every word of these people's names, as it would stand in a sentence. */
export function nameWords(people: readonly { readonly name: string }[]): ReadonlySet<string> {
  return new Set(people.flatMap(({ name }) => name.match(NAME_WORD) ?? []));
}

/** The text without those words: "Chase’s question" is no pressure, and "He" may be how somebody is called. */
export function withoutNames(text: string, names: ReadonlySet<string>): string {
  return text.replaceAll(NAME_WORD, (word) => (names.has(word) ? '·' : word));
}

export interface Account {
  /** Null: the CRM holds no record of it. */
  readonly id: string | null;
  readonly name: string;
  readonly industry: string | null;
}

export interface OwnerChange {
  readonly ownerId: string;
  readonly at: Instant;
}
