import avro, { type Schema } from 'avsc';
import { z } from 'zod';
import { AppError } from '../../../../shared/errors.ts';

/** What we take of a change event; its fields' values are skipped where they lie and never become objects. */
const Header = z.object({
  entityName: z.string(),
  changeType: z.string(),
  changeOrigin: z.string(),
  recordIds: z.array(z.string()),
  /** Milliseconds since 1970. */
  commitTimestamp: z.number(),
  commitUser: z.string(),
});
export type ChangeHeader = z.infer<typeof Header>;

export type ReadHeader = (payload: Buffer) => ChangeHeader;

const Named = z.looseObject({ name: z.string() });
const WriterSchema = Named.extend({
  fields: z.array(Named.extend({ type: z.unknown() })),
});
const HeaderSchema = Named.extend({ fields: z.array(Named) });
const Event = z.object({ ChangeEventHeader: Header });

/**
 * A reader of the header alone: of the schema an event was written by, only the header's few fields are asked for, and
 * Avro's resolution passes over the rest (Avro 1.11, "Schema Resolution").
 */
export function createReadHeader(schemaJson: string): ReadHeader {
  try {
    const whole = WriterSchema.parse(JSON.parse(schemaJson));
    const writer = avro.Type.forSchema(toSchema(whole));
    const reader = avro.Type.forSchema(toSchema(headerOnly(whole)));
    const resolver = reader.createResolver(writer);
    return (payload) => parseEvent(() => reader.fromBuffer(payload, resolver));
  } catch (cause) {
    throw unreadable(cause);
  }
}

function headerOnly(whole: z.infer<typeof WriterSchema>): object {
  const header = whole.fields.find(({ name }) => name === 'ChangeEventHeader');
  const type = HeaderSchema.parse(header?.type);
  const fields = type.fields.filter(({ name }) => name in Header.shape);
  return { ...whole, fields: [{ ...header, type: { ...type, fields } }] };
}

function toSchema(checked: object): Schema {
  // avsc's type names every form of a schema that there is, and avsc itself refuses what has none of them.
  return checked as Schema;
}

function parseEvent(decode: () => unknown): ChangeHeader {
  try {
    return Event.parse(decode()).ChangeEventHeader;
  } catch (cause) {
    throw unreadable(cause);
  }
}

function unreadable(cause: unknown): AppError {
  return new AppError(
    'crm_unexpected_answer',
    'A change event of Salesforce is not in the form of its schema. The next night finds what it told of.',
    { recovery: 'skip', cause },
  );
}
