import type { Instant } from '../../shared/ids.ts';
import type {
  ActivityKind,
  BuyingRole,
  Driver,
  MapCell,
  PersonaSlot,
} from '../../shared/vocabulary.ts';

/** A pointer a claim rests on. */
export interface Source {
  readonly activityId: string;
  readonly activityKind: ActivityKind;
  readonly at: Instant;
}

export interface SlotEntry {
  /** The same each time the same words are read; what a verdict is given on. */
  readonly id: string;
  readonly text: string;
  readonly status: 'said' | 'reported' | 'observed';
  readonly source: Source;
  /** Who said that it is right; null: nobody yet. */
  readonly confirmedBy: Confirmation | null;
}

export interface Confirmation {
  readonly userId: string;
  readonly name: string | null;
}

/** Who this person is in this deal. Deal-scoped; no personality types. */
export interface Persona {
  readonly personId: string;
  /** Null until title or behaviour says enough. */
  readonly role: BuyingRole | null;
  readonly roleBasis: 'title' | 'words' | null;
  /** The need that moves them most here. */
  readonly motivation: Driver | null;
  readonly slots: Readonly<Record<PersonaSlot, readonly SlotEntry[]>>;
  /** Grey, only as a question, until there is evidence. */
  readonly roleDefault: string | null;
}

export interface MapEntry {
  readonly text: string;
  readonly status: 'said' | 'observed' | 'inferred' | 'asked';
  readonly source: Source | null;
}

/** Eleven cells; an empty one holds a question to ask (`asked`). */
export type EmpathyMap = Readonly<Record<MapCell, readonly MapEntry[]>>;
