import { DRIVERS, STAGES } from '../../../../shared/vocabulary.ts';
import type { OwnField } from '../../writes.ts';
import { DO_NOT_ANALYSE } from '../objects.ts';

/** Our own property group and its properties, as HubSpot's property API takes them (research/hubspot.md §4.8). */

export const GROUP = { name: 'attune', label: 'Attune', displayOrder: -1 } as const;

export interface PropertyDefinition {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly type: 'enumeration' | 'string' | 'number' | 'datetime' | 'bool';
  readonly fieldType: 'select' | 'text' | 'number' | 'date' | 'booleancheckbox';
  readonly options?: readonly Option[];
}

interface Option {
  readonly value: string;
  readonly label: string;
  readonly displayOrder: number;
  readonly hidden: boolean;
}

export const OWN_PROPERTIES: Readonly<Record<OwnField, PropertyDefinition>> = {
  stage: {
    name: 'attune_stage',
    label: 'Buyer’s stage',
    description: 'Where the buyer stands on their own way, as their activity shows it.',
    type: 'enumeration',
    fieldType: 'select',
    options: choices(STAGES),
  },
  top_driver: {
    name: 'attune_top_driver',
    label: 'What may matter most now',
    description: 'The need that the buyer’s recent activity speaks of most.',
    type: 'enumeration',
    fieldType: 'select',
    options: choices(DRIVERS),
  },
  headline: {
    name: 'attune_headline',
    label: 'Buyer’s view in short',
    description: 'Needs, counts and ages. Never the buyer’s own words.',
    type: 'string',
    fieldType: 'text',
  },
  open_concerns: {
    name: 'attune_open_concerns',
    label: 'Open concerns',
    description: 'How many things the buyer raised are still without an answer.',
    type: 'number',
    fieldType: 'number',
  },
  next_step: {
    name: 'attune_next_step',
    label: 'Suggested next step',
    description: 'What a considerate colleague might do next. Nobody has to follow it.',
    type: 'string',
    fieldType: 'text',
  },
  updated_at: {
    name: 'attune_updated_at',
    label: 'Attune last updated',
    description: 'When Attune last changed these fields.',
    type: 'datetime',
    fieldType: 'date',
  },
  do_not_analyse: {
    name: DO_NOT_ANALYSE,
    label: 'Do not analyse',
    description: 'Tick this, and Attune reads nothing of this record and forgets what it has.',
    type: 'bool',
    fieldType: 'booleancheckbox',
    options: [
      { value: 'true', label: 'Yes', displayOrder: 0, hidden: false },
      { value: 'false', label: 'No', displayOrder: 1, hidden: false },
    ],
  },
};

/** "being_heard" is shown as "Being heard". */
function choices(values: readonly string[]): readonly Option[] {
  return values.map((value, displayOrder) => {
    const words = value.replaceAll('_', ' ');
    const label = words.charAt(0).toUpperCase() + words.slice(1);
    return { value, label, displayOrder, hidden: false };
  });
}

/** What we write once has a key of ours: a repeated creation is the same record, by upsert. */
export type Keyed = 'tasks' | 'notes';

export const KEYS: Readonly<Record<Keyed, PropertyDefinition & { readonly hasUniqueValue: true }>> =
  {
    tasks: keyProperty('attune_key', 'Keeps Attune from creating the same task twice.'),
    notes: keyProperty('attune_note_key', 'Keeps Attune from creating the same note twice.'),
  };

function keyProperty(name: string, description: string) {
  return {
    ...{ name, label: 'Attune key', description },
    type: 'string',
    fieldType: 'text',
    hasUniqueValue: true,
  } as const;
}
