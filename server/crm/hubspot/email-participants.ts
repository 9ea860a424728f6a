import { z } from 'zod';
import type { ActivityRecord } from '../records.ts';
import { toWords } from './values.ts';
import type { Scalar } from './values.ts';

type Participant = ActivityRecord['participants'][number];

const text = z.string().nullish().catch(null);
const Address = z.object({ email: text, firstName: text, lastName: text });
const Addresses = z.array(Address).catch([]);
/** `hs_email_headers` is JSON in text; the form below is documented, but old mails lack it or hold less. */
const Headers = z.object({ from: Address.nullish().catch(null), to: Addresses, cc: Addresses });

/** Sender first. From the headers where they can be read, else from the single properties. */
export function emailParticipants(properties: Readonly<Record<string, Scalar>>): Participant[] {
  const headers = readHeaders(toWords(properties['hs_email_headers']));
  const known = headers === null ? [] : fromHeaders(headers);
  return known.length > 0 ? known : fromProperties(properties);
}

function readHeaders(json: string | null): z.infer<typeof Headers> | null {
  if (json === null) return null;
  try {
    return Headers.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

function fromHeaders({ from, to, cc }: z.infer<typeof Headers>): Participant[] {
  const as =
    (role: Participant['role']) =>
    (address: z.infer<typeof Address>): Participant[] =>
      person(role, address.email, [address.firstName, address.lastName]);
  return [...(from ? as('author')(from) : []), ...to.flatMap(as('to')), ...cc.flatMap(as('cc'))];
}

function fromProperties(properties: Readonly<Record<string, Scalar>>): Participant[] {
  const names = [properties['hs_email_from_firstname'], properties['hs_email_from_lastname']];
  const many = (role: Participant['role'], value: Scalar): Participant[] =>
    (toWords(value)?.split(/[;,]/) ?? []).flatMap((address) => person(role, address, []));
  return [
    ...person('author', properties['hs_email_from_email'], names),
    ...many('to', properties['hs_email_to_email']),
    ...many('cc', properties['hs_email_cc_email']),
  ];
}

function person(
  role: Participant['role'],
  address: Scalar,
  names: readonly Scalar[],
): Participant[] {
  const email = toWords(address)?.toLowerCase() ?? null;
  const name =
    names
      .map(toWords)
      .filter((word) => word !== null)
      .join(' ') || null;
  return email === null && name === null ? [] : [{ role, name, email }];
}
