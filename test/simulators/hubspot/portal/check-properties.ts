import type { HubSpotRecord, ObjectName, Properties } from '../hubspot-record.ts';
import type { PropertyCatalog, PropertyDefinition } from './property-catalog.ts';
import type { PortalRule } from './portal.ts';

/** One reason why HubSpot would not write a record. Codes: developers.hubspot.com, "error handling"; recorded in issues. */
export interface WriteProblem {
  readonly code: string;
  readonly message: string;
  readonly propertyName: string;
}

export interface WriteDraft {
  readonly type: ObjectName;
  readonly properties: Properties;
  /** Null when the record is new. */
  readonly before: HubSpotRecord | null;
}

export interface WriteLaws {
  readonly catalog: PropertyCatalog;
  readonly rules: readonly PortalRule[];
}

export function problemsOf(
  { catalog, rules }: WriteLaws,
  draft: WriteDraft,
): readonly WriteProblem[] {
  const ofValues = Object.entries(draft.properties).flatMap(([name, value]) =>
    problemsOfValue(catalog.get(draft.type, name), name, value ?? ''),
  );
  return [...ofValues, ...rules.flatMap((rule) => problemsOfRule(rule, draft))];
}

function problemsOfValue(
  definition: PropertyDefinition | null,
  propertyName: string,
  value: string,
): readonly WriteProblem[] {
  if (definition === null) {
    const message = `Property "${propertyName}" does not exist`;
    return [{ code: 'PROPERTY_DOESNT_EXIST', message, propertyName }];
  }
  if (definition.isReadOnly) {
    const message = `"${propertyName}" is a read only property; its value cannot be set.`;
    return [{ code: 'READ_ONLY_VALUE', message, propertyName }];
  }
  // An empty text clears the value (research/hubspot.md §4.8).
  if (value === '') return [];
  const problem = FORMS[definition.type]?.(value, definition) ?? null;
  return problem === null ? [] : [{ ...problem, propertyName }];
}

type FormCheck = (
  value: string,
  definition: PropertyDefinition,
) => Omit<WriteProblem, 'propertyName'> | null;

const isMoment: FormCheck = (value) =>
  /^-?\d+$/.test(value) || /^\d{4}-\d\d-\d\dT[\d:.]+Z?$/.test(value)
    ? null
    : { code: 'INVALID_LONG', message: `${value} was not a valid long.` };

const isOption: FormCheck = (value, { options, name }) => {
  const known = options.map((option) => option.value);
  if (known.length === 0 || known.includes(value)) return null;
  const message = `${value} was not one of the allowed options: ${known.join(', ')} (${name})`;
  return { code: 'INVALID_OPTION', message };
};

/** "Number: no commas" (research/hubspot.md §4.8); texts are cut off at 65,536 characters (assumed as an error). */
const FORMS: Readonly<Record<string, FormCheck>> = {
  number: (value) =>
    /^-?\d+(\.\d+)?$/.test(value)
      ? null
      : { code: 'INVALID_INTEGER', message: `${value} was not a valid number.` },
  datetime: isMoment,
  date: (value, definition) =>
    /^\d{4}-\d\d-\d\d$/.test(value) ? null : isMoment(value, definition),
  enumeration: isOption,
  bool: (value) =>
    value === 'true' || value === 'false'
      ? null
      : {
          code: 'INVALID_OPTION',
          message: `${value} was not one of the allowed options: true, false`,
        },
  string: (value) =>
    value.length <= 65_536
      ? null
      : { code: 'PROPERTY_VALUE_TOO_LONG', message: 'Property values may have 65536 characters.' },
};

/** The admins' rules hold for writes on the dated paths (research/hubspot.md §0.4); the codes are assumed. */
function problemsOfRule(rule: PortalRule, draft: WriteDraft): readonly WriteProblem[] {
  if (rule.type !== draft.type) return [];
  const message = rule.message ?? 'A validation rule of this account refused the record.';
  if (rule.requires !== undefined && isEmpty(draft, rule.requires)) {
    return [{ code: 'REQUIRED_FIELD', message, propertyName: rule.requires }];
  }
  const isRefused = draft.before !== null && draft.before.id === rule.refusesId;
  return isRefused ? [{ code: 'INVALID_VALUE', message, propertyName: 'hs_object_id' }] : [];
}

function isEmpty({ properties, before }: WriteDraft, name: string): boolean {
  return (properties[name] ?? before?.properties[name] ?? '') === '';
}
