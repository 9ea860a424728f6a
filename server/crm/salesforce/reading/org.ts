import { z } from 'zod';
import type { Instant } from '../../../../shared/ids.ts';
import type { SalesforceClient } from '../client.ts';
import { objectAbsent } from '../errors.ts';
import { LIMITS, WATCHED_OBJECTS } from '../objects.ts';
import type { ObjectType } from '../objects.ts';
import { toInstant } from '../values.ts';
import { askTogether } from './composite.ts';
import { toPage } from './query.ts';
import { parseRecord } from './raw-record.ts';
import { toSoql } from './soql.ts';

/**
 * What is known of an org's shape for the life of one port, so that nobody asks twice: readable fields, and how new the
 * newest change of each object is. A quiet night is answered from the latter alone, in four calls for all kinds.
 */
export interface Org {
  /** The type with only what this org shows us. Throws `crm_forbidden` when it has no such object. */
  known(type: ObjectType): Promise<ObjectType>;
  /** After INVALID_FIELD: the shape has changed. */
  forget(): void;
  /** Nothing of this type changed from `from` to `to`. */
  isQuiet(type: ObjectType, from: Instant, to: Instant): Promise<boolean>;
}

interface Shape {
  readonly fields: ReadonlySet<string>;
  /** Names of relationships, to parents and to rows that hang on it. */
  readonly relationships: ReadonlySet<string>;
}

interface Newest {
  readonly askedAt: Instant;
  /** By object; null: none at all, or not to be seen. */
  readonly moments: ReadonlyMap<string, Instant | null>;
}

/** What every row must say for itself. */
const ALWAYS = ['Id', 'SystemModstamp', 'IsDeleted'];

export function createOrg(client: SalesforceClient, clock: () => Date): Org {
  const shapes = new Map<string, Promise<Shape | null>>();
  let newest: Newest | null = null;

  async function shapeOf(object: string): Promise<Shape | null> {
    const known = shapes.get(object) ?? describe(client, object);
    shapes.set(object, known);
    known.catch(() => shapes.delete(object));
    return known;
  }

  return {
    async known(type) {
      const shape = await shapeOf(type.object);
      if (shape === null) throw objectAbsent(type.object);
      return narrow(type, shape);
    },
    forget() {
      shapes.clear();
    },
    async isQuiet(type, from, to) {
      // Only what was asked after the window's end has seen all of it.
      if (newest === null || newest.askedAt <= to) newest = await askNewest(client, clock);
      const { moments } = newest;
      return [type.object, ...type.also.map(({ object }) => object)].every((object) => {
        const moment = moments.get(object);
        return moment === null || (moment !== undefined && moment < from);
      });
    },
  };
}

function narrow(type: ObjectType, { fields, relationships }: Shape): ObjectType {
  const isThere = (name: string): boolean => {
    const [parent = '', child] = name.split('.');
    return child === undefined ? fields.has(parent) : relationships.has(parent);
  };
  return {
    ...type,
    fields: [...ALWAYS, ...type.fields].filter(isThere),
    children: type.children.filter(({ relationship }) => relationships.has(relationship)),
    also: type.also.filter(({ to }) => fields.has(to)),
  };
}

const name = z.string().nullish();
const Described = z.object({
  fields: z.array(z.object({ name: z.string(), relationshipName: name })),
  childRelationships: z.array(z.object({ relationshipName: name })).nullish(),
});

/** Salesforce leaves out of a describe what our user may not read. Null: there is no such object for us. */
async function describe(client: SalesforceClient, object: string): Promise<Shape | null> {
  const [answer] = await askTogether(client, [`/sobjects/${object}/describe`]);
  const described = Described.safeParse(answer).data;
  if (described === undefined) return null;
  const { fields, childRelationships } = described;
  return {
    fields: new Set(fields.map((field) => field.name)),
    relationships: new Set(
      [...fields, ...(childRelationships ?? [])].flatMap((each) => each.relationshipName ?? []),
    ),
  };
}

async function askNewest(client: SalesforceClient, clock: () => Date): Promise<Newest> {
  const askedAt = clock().toISOString();
  const moments = new Map<string, Instant | null>();
  for (let first = 0; first < WATCHED_OBJECTS.length; first += LIMITS.queriesOfComposite) {
    const objects = WATCHED_OBJECTS.slice(first, first + LIMITS.queriesOfComposite);
    const answers = await askTogether(client, objects.map(toNewestPath));
    objects.forEach((object, index) => moments.set(object, newestOf(answers[index])));
  }
  return { askedAt, moments };
}

function toNewestPath(object: string): string {
  const soql = toSoql({
    object,
    fields: ['Id', 'SystemModstamp'],
    conditions: [],
    orderBy: 'SystemModstamp DESC',
    limit: 1,
  });
  return `/queryAll?${new URLSearchParams({ q: soql }).toString()}`;
}

function newestOf(answer: unknown): Instant | null {
  if (answer === null) return null;
  const [row] = toPage(answer).rows;
  const parsed = row === undefined ? null : parseRecord('contact', row);
  return parsed !== null && 'updatedAt' in parsed ? parsed.updatedAt : toInstant(null);
}
