import type { HubSpotRecord, ObjectName } from '../hubspot-record.ts';
import {
  READ_ONLY,
  STANDARD_OPTIONS,
  STANDARD_UNIQUE,
  standardNames,
} from './standard-properties.ts';

export const PROPERTY_TYPES = [
  'string',
  'number',
  'date',
  'datetime',
  'enumeration',
  'bool',
  'phone_number',
] as const;
export type PropertyType = (typeof PROPERTY_TYPES)[number];

export interface PropertyOption {
  readonly label: string;
  readonly value: string;
  readonly displayOrder?: number | undefined;
  readonly hidden?: boolean | undefined;
}

export interface PropertyDefinition {
  readonly name: string;
  readonly label: string;
  readonly type: PropertyType;
  readonly fieldType: string;
  readonly groupName: string;
  readonly description?: string;
  readonly options: readonly PropertyOption[];
  readonly hasUniqueValue: boolean;
  readonly isReadOnly: boolean;
  readonly isHubSpotDefined: boolean;
}

export interface PropertyGroup {
  readonly name: string;
  readonly label: string;
  readonly displayOrder: number;
}

/** The properties and groups of one account, by object type. */
export class PropertyCatalog {
  readonly #properties = new Map<ObjectName, Map<string, PropertyDefinition>>();
  readonly #groups = new Map<ObjectName, Map<string, PropertyGroup>>();

  get(type: ObjectName, name: string): PropertyDefinition | null {
    return this.#of(type).get(name) ?? null;
  }

  list(type: ObjectName): readonly PropertyDefinition[] {
    return [...this.#of(type).values()];
  }

  add(type: ObjectName, definition: PropertyDefinition): void {
    this.#of(type).set(definition.name, definition);
  }

  /** What a person in HubSpot put on a record exists: as a text, unless it is known better. */
  learn({ type, properties }: Pick<HubSpotRecord, 'type' | 'properties'>): void {
    const known = this.#of(type);
    for (const name of Object.keys(properties)) {
      if (!known.has(name))
        known.set(name, { ...standard(name, 'string'), isHubSpotDefined: false });
    }
  }

  groups(type: ObjectName): Map<string, PropertyGroup> {
    const known = this.#groups.get(type) ?? new Map<string, PropertyGroup>();
    if (known.size === 0) {
      const name = groupOf(type);
      known.set(name, { name, label: name, displayOrder: 0 });
    }
    this.#groups.set(type, known);
    return known;
  }

  #of(type: ObjectName): Map<string, PropertyDefinition> {
    const known = this.#properties.get(type) ?? standardsOf(type);
    this.#properties.set(type, known);
    return known;
  }
}

const FIELD_TYPES: Readonly<Record<PropertyType, string>> = {
  string: 'text',
  number: 'number',
  date: 'date',
  datetime: 'date',
  enumeration: 'select',
  bool: 'booleancheckbox',
  phone_number: 'phonenumber',
};

function standardsOf(type: ObjectName): Map<string, PropertyDefinition> {
  const definitions = new Map<string, PropertyDefinition>();
  for (const names of standardNames(type)) {
    // Object.entries widens the keys, which are property types.
    for (const [kind, words] of Object.entries(names) as [PropertyType, string][]) {
      for (const name of words.split(' ')) {
        const hasUniqueValue = STANDARD_UNIQUE[type] === name;
        const groupName = groupOf(type);
        definitions.set(name, { ...standard(name, kind), groupName, hasUniqueValue });
      }
    }
  }
  return definitions;
}

function standard(name: string, type: PropertyType): PropertyDefinition {
  const options = (STANDARD_OPTIONS[name] ?? []).map((value) => ({ label: value, value }));
  return {
    ...{ name, label: name, type, fieldType: FIELD_TYPES[type], options },
    groupName: 'information',
    hasUniqueValue: false,
    isReadOnly: READ_ONLY.has(name),
    isHubSpotDefined: true,
  };
}

/** `contactinformation`, `dealinformation`; the others are assumed after them. */
function groupOf(type: ObjectName): string {
  return `${type.replace(/ies$/, 'y').replace(/s$/, '')}information`;
}
