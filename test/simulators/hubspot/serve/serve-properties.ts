import { z } from 'zod';
import { toReadSchema, toWriteSchema } from '../http/scopes.ts';
import type { ObjectName } from '../hubspot-record.ts';
import { PROPERTY_TYPES } from '../portal/property-catalog.ts';
import type { PropertyDefinition, PropertyType } from '../portal/property-catalog.ts';
import { created, invalid, notFound, ok, partly, refuse } from './answer.ts';
import type { Answer } from './answer.ts';
import { ID, named, TYPE } from './call.ts';
import type { Route, Scene } from './call.ts';

/** `/crm/properties/2026-09/{type}` with groups and batches (research/hubspot.md §4.1, §4.8). */

const PROPERTIES = `/crm/properties/2026-09/${TYPE}`;
const reading = ([type]: readonly string[]) => toReadSchema(named(type));
const writing = ([type]: readonly string[]) => toWriteSchema(named(type));

export const PROPERTY_ROUTES: readonly Route[] = [
  {
    ...{ method: 'GET', path: new RegExp(`^${PROPERTIES}$`), scopes: reading },
    serve: ({ portal }, _call, [type]) => ok({ results: portal.catalog.list(named(type)) }),
  },
  {
    ...{ method: 'GET', path: new RegExp(`^${PROPERTIES}/groups$`), scopes: reading },
    serve: ({ portal }, _call, [type]) =>
      ok({ results: [...portal.catalog.groups(named(type)).values()] }),
  },
  {
    ...{ method: 'POST', path: new RegExp(`^${PROPERTIES}/groups$`), scopes: writing },
    serve: (scene, { body }, [type]) => createGroup(scene, named(type), body),
  },
  {
    ...{ method: 'GET', path: new RegExp(`^${PROPERTIES}/${ID}$`), scopes: reading },
    serve: ({ portal }, _call, [type, name = '']) => {
      const definition = portal.catalog.get(named(type), name);
      return definition === null ? notFound() : ok(definition);
    },
  },
  {
    ...{ method: 'POST', path: new RegExp(`^${PROPERTIES}$`), scopes: writing },
    serve: (scene, { body }, [type]) => createProperty(scene, named(type), body),
  },
  {
    ...{ method: 'POST', path: new RegExp(`^${PROPERTIES}/batch/create$`), scopes: writing },
    serve: (scene, { body }, [type]) => createProperties(scene, named(type), body),
  },
];

const BATCH_CAP = 100;
/** Lower case, digits and underscores, a letter first (developers.hubspot.com, "properties"). */
const NAME = /^[a-z][a-z0-9_]{0,99}$/;

const Group = z.strictObject({
  name: z.string().regex(NAME),
  label: z.string().min(1),
  displayOrder: z.int().default(-1),
});

function createGroup({ portal }: Scene, type: ObjectName, body: unknown): Answer {
  const parsed = Group.safeParse(body);
  if (!parsed.success) return invalid(`Invalid input JSON: ${parsed.error.message}`);
  const groups = portal.catalog.groups(type);
  const group = parsed.data;
  if (groups.has(group.name)) return taken('property group', group.name);
  groups.set(group.name, group);
  return created({ ...group, archived: false });
}

const Option = z.strictObject({
  label: z.string(),
  value: z.string(),
  displayOrder: z.int().optional(),
  hidden: z.boolean(),
  description: z.string().optional(),
});
const Property = z.strictObject({
  name: z.string().regex(NAME),
  label: z.string().min(1),
  groupName: z.string(),
  type: z.enum(PROPERTY_TYPES),
  fieldType: z.string(),
  description: z.string().default(''),
  options: z.array(Option).default([]),
  displayOrder: z.int().optional(),
  hasUniqueValue: z.boolean().default(false),
  hidden: z.boolean().optional(),
  formField: z.boolean().optional(),
  dataSensitivity: z.enum(['non_sensitive', 'sensitive', 'highly_sensitive']).optional(),
});
type Property = z.infer<typeof Property>;

/** Which fields fit which type (developers.hubspot.com, "properties": type and fieldType). */
const FIELDS: Readonly<Record<PropertyType, readonly string[]>> = {
  string: ['text', 'textarea', 'html', 'file', 'phonenumber', 'calculation_equation'],
  number: ['number', 'calculation_equation'],
  date: ['date'],
  datetime: ['date'],
  enumeration: ['select', 'radio', 'checkbox', 'booleancheckbox', 'calculation_equation'],
  bool: ['booleancheckbox', 'calculation_equation'],
  phone_number: ['phonenumber'],
};

function createProperty({ portal }: Scene, type: ObjectName, body: unknown): Answer {
  const parsed = Property.safeParse(body);
  if (!parsed.success) return invalid(`Invalid input JSON: ${parsed.error.message}`);
  const refusal = refusalOf(portal, type, parsed.data);
  if (refusal !== null) return refusal;
  const definition = toDefinition(parsed.data);
  portal.catalog.add(type, definition);
  return created({ ...definition, archived: false });
}

/** What exists already is told in a 207, the others are made (assumed after the objects' batches). */
function createProperties(scene: Scene, type: ObjectName, body: unknown): Answer {
  const parsed = z
    .strictObject({ inputs: z.array(Property).min(1).max(BATCH_CAP) })
    .safeParse(body);
  if (!parsed.success) return invalid(`Invalid input JSON: ${parsed.error.message}`);
  const answers = parsed.data.inputs.map((input) => createProperty(scene, type, input));
  const results = answers.filter(({ status }) => status === 201).map((each) => each.body);
  const errors = answers.filter(({ status }) => status !== 201).map((each) => each.body);
  const whole = { status: 'COMPLETE', results };
  return errors.length === 0
    ? created(whole)
    : partly({ ...whole, numErrors: errors.length, errors });
}

function refusalOf(portal: Scene['portal'], type: ObjectName, property: Property): Answer | null {
  const { name, groupName } = property;
  if (portal.catalog.get(type, name) !== null) return taken('property', name);
  if (!portal.catalog.groups(type).has(groupName)) {
    return invalid(`Property group "${groupName}" does not exist.`);
  }
  if (!FIELDS[property.type].includes(property.fieldType)) {
    return invalid(`fieldType ${property.fieldType} does not fit type ${property.type}.`);
  }
  const needsOptions = property.type === 'enumeration' && property.options.length === 0;
  return needsOptions ? invalid(`Property "${name}" needs at least one option.`) : null;
}

/** 409 is documented; category and words are assumed. */
function taken(what: string, name: string): Answer {
  return refuse(409, 'OBJECT_ALREADY_EXISTS', `A ${what} named '${name}' already exists.`);
}

function toDefinition(property: Property): PropertyDefinition {
  const { name, label, type, fieldType, groupName, description, options, hasUniqueValue } =
    property;
  return {
    ...{ name, label, type, fieldType, groupName, description, options, hasUniqueValue },
    isReadOnly: false,
    isHubSpotDefined: false,
  };
}
