import type { Incoming } from '../http/exchange.ts';
import { jsonOf } from '../http/exchange.ts';
import type { Value } from '../org/org.ts';
import { notFound, ok, refuse, type Answer } from './answer.ts';
import type { Desk } from './desk.ts';
import { attributesOf, toWire } from './query.ts';
import { writeRow } from './write-row.ts';

/** `POST /sobjects/X`. */
export function createRecord({ org }: Desk, type: string, incoming: Incoming): Answer {
  if (incoming.method !== 'POST') return notFound();
  // Whatever is no field with a plain value is refused by writeRow.
  const values = (jsonOf(incoming) ?? {}) as Readonly<Record<string, Value>>;
  const { errors, ...written } = writeRow(org, { type, values, externalId: null });
  const [error] = errors;
  if (error !== undefined) return refuse(400, error.statusCode, error.message);
  return { status: 201, body: { ...written, errors } };
}

/** `GET /sobjects/X/Id`: all fields that the viewer may see. */
export function readRecord({ org, hidden }: Desk, type: string, id: string): Answer {
  const record = org.schema(type) === null ? null : org.read(type, id);
  if (record === null || record['IsDeleted'] === true) return notFound();
  const seen = Object.entries(record).filter(([name]) => !hidden.has(`${type}.${name}`));
  const values = seen.map(([name, value]) => [name, toWire(value)] as const);
  return ok({ attributes: attributesOf(type, id), ...Object.fromEntries(values) });
}
