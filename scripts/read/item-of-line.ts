import { z } from 'zod';
import { ACTIVITY_KINDS, type ActivityKind } from '../../shared/vocabulary.ts';
import { decodeBytes } from './decode-bytes.ts';
import type { Entry } from './entry.ts';

const Person = z.object({
  id: z.coerce.string(),
  side: z.enum(['buyer', 'seller']),
  name: z.string(),
  title: z
    .string()
    .nullish()
    .transform((title) => title ?? null),
});

const Line = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  kind: z.string().default('email'),
  direction: z
    .enum(['in', 'out'])
    .nullish()
    .transform((direction) => direction ?? null),
  author: z
    .string()
    .nullish()
    .transform((author) => author ?? null),
  people: z.array(Person).default([]),
  text: z.string(),
});

/** Channels by other names. */
const KINDS: Readonly<Record<string, ActivityKind>> = {
  linkedin: 'chat',
  sms: 'chat',
  whatsapp: 'chat',
  message: 'chat',
  mail: 'email',
  conversation: 'chat',
};

const MEGABYTE = 1024 * 1024;
// eslint-disable-next-line no-control-regex -- looks for exactly those
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

/** One line of a .jsonl file. Never throws: what cannot be read becomes a receipt. */
export function itemOfLine(bytes: Uint8Array, number: number): Entry {
  const { text: json, oddity } = decodeBytes(bytes);
  if (json.trim() === '') return { item: null, receipt: null };
  const parsed = Line.safeParse(parsedJson(json));
  if (!parsed.success)
    return { item: null, receipt: `line ${number}: skipped, ${reasonOf(parsed.error)}.` };
  const { id, ...line } = parsed.data;
  const kind = ACTIVITY_KINDS.find((each) => each === line.kind) ?? KINDS[line.kind] ?? null;
  const notes = [
    oddity,
    kind === null ? 'unknown kind, read as email' : null,
    ...oddities(line.text),
  ];
  const said = notes.filter((note) => note !== null);
  return {
    item: { id, automatic: false, input: { ...line, kind: kind ?? 'email' } },
    receipt: said.length === 0 ? null : `line ${number}: ${said.join('; ')}.`,
  };
}

function oddities(text: string): readonly (string | null)[] {
  const long =
    text.length > MEGABYTE
      ? `${(text.length / MEGABYTE).toFixed(1)} MB of text, the first part is read`
      : null;
  return [
    long,
    CONTROL.test(text) ? 'holds control characters' : null,
    text.isWellFormed() ? null : 'holds broken characters',
  ];
}

function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function reasonOf(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined || issue.path.length === 0) return 'it is no JSON object';
  return `its field "${issue.path.join('.')}" is missing or of a wrong kind`;
}
