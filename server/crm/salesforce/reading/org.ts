import type { Instant } from '../../../../shared/ids.ts';
import type { GoneRecord } from '../../port.ts';
import type { SalesforceClient } from '../client.ts';
import { objectAbsent } from '../errors.ts';
import type { ObjectType } from '../objects/object-type.ts';
import { askNews } from './ask-news.ts';
import { ALWAYS, askShapes } from './ask-shapes.ts';
import { emptyMemory, type OrgMemory, type Shape } from './org-memory.ts';

/** An org's shape and news. A quiet night is answered from these alone, in four calls for all kinds. */
export interface Org {
  /** The type with only what this org shows us. Throws `crm_forbidden` when it has no such object. */
  known(type: ObjectType): Promise<ObjectType>;
  /** After INVALID_FIELD: the shape has changed. */
  forget(): void;
  /** Nothing of these objects changed in the window. */
  isQuiet(objects: readonly string[], window: ChangedSince): Promise<boolean>;
  /** What the log of deletions names: some of it may have come back. */
  gone(type: ObjectType): Promise<readonly GoneRecord[]>;
  /** Rows of OpportunityStage. Throws `crm_forbidden` when they are not to be seen. */
  stages(): Promise<readonly unknown[]>;
  /** Above 0 to 1; null: no admin said anything. */
  callShare(): Promise<number | null>;
}

export interface ChangedSince {
  readonly from: Instant;
  readonly to: Instant;
}

/** An admin may show us more fields at any time. */
const SHAPE_LIFE_MS = 60 * 60_000;
/** A deletion that comes later is heard of in the next night. */
const NEWS_LIFE_MS = 30 * 60_000;

export function createOrg(
  client: SalesforceClient,
  clock: () => Date,
  memory: OrgMemory = emptyMemory(),
): Org {
  const since = (askedAt: Date): number => clock().getTime() - askedAt.getTime();
  const isRecent = (askedAt: Date): boolean => since(askedAt) <= NEWS_LIFE_MS;
  const shapes = () =>
    memory.shapes.recall(
      (askedAt) => since(askedAt) <= SHAPE_LIFE_MS,
      () => ({ askedAt: clock(), answer: askShapes(client) }),
    );
  const news = (isFresh: (askedAt: Date) => boolean) =>
    memory.news.recall(isFresh, () => {
      const askedAt = clock();
      return { askedAt, answer: askNews(client, askedAt) };
    });
  return {
    known: async (type) => narrow(type, (await shapes()).get(type.object) ?? null),
    forget() {
      memory.shapes.forget();
    },
    async isQuiet(objects, { from, to }) {
      // Only what was asked after the window's end has seen all of it.
      const { newest } = await news((askedAt) => askedAt.toISOString() > to);
      return objects.every((object) => isBefore(newest.get(object), from));
    },
    async gone({ object }) {
      return (await news(isRecent)).gone.get(object) ?? [];
    },
    async callShare() {
      return (await news(isRecent)).callShare;
    },
    async stages() {
      const { stages } = await news(isRecent);
      if (stages === null) throw objectAbsent('OpportunityStage');
      return stages;
    },
  };
}

/** Null: nothing ever changed. */
function isBefore(moment: Instant | null | undefined, from: Instant): boolean {
  return moment === null || (moment !== undefined && moment < from);
}

/** Throws `crm_forbidden` when the org has no such object for us. */
function narrow(type: ObjectType, shape: Shape): ObjectType {
  if (shape === null) throw objectAbsent(type.object);
  const { fields, relationships } = shape;
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
