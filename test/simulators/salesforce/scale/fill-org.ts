import type { Org, Value } from '../org/org.ts';

type Fields = Readonly<Record<string, Value>>;

/** The n-th record of an object, counted round; null: there is none. */
type IdOf = (type: string, number: number) => string | null;

/** What a made-up record of each object says; the number tells one from another. */
const MADE: Readonly<Record<string, (idOf: IdOf, number: number) => Fields>> = {
  Account: (_idOf, number) => ({
    Name: `Generated company ${number}`,
    Website: `https://c${number}.generated.example`,
  }),
  Contact: (idOf, number) => ({
    ...{ FirstName: 'Generated', LastName: `Person ${number}`, Title: 'Head of Operations' },
    Email: `person-${number}@c${number}.generated.example`,
    AccountId: idOf('Account', number),
  }),
  Opportunity: (idOf, number) => ({
    ...{ Name: `Generated deal ${number}`, StageName: 'Proposal', Amount: 12_000 },
    ...{ CloseDate: '2027-03-31', AccountId: idOf('Account', number) },
  }),
  OpportunityContactRole: (idOf, number) => ({
    OpportunityId: idOf('Opportunity', number),
    ContactId: idOf('Contact', number),
  }),
  EmailMessage: (idOf, number) => ({
    ...{ Subject: 'Your project', Incoming: number % 2 === 0, Status: '3' },
    FromAddress: `person-${number}@c${number}.generated.example`,
    ...{ FromName: 'Generated Person', ToAddress: 'seller@larkfield.example' },
    MessageDate: '2026-11-19T09:00:00.000Z',
    TextBody: `${CORES[number % CORES.length] ?? ''} Best regards`,
    RelatedToId: idOf('Opportunity', number),
  }),
  Task: (idOf, number) => ({
    ...{ Subject: 'Next step', TaskSubtype: 'Task', Status: 'Not Started' },
    Description: CORES[number % CORES.length] ?? '',
    WhatId: idOf('Opportunity', number),
  }),
};

const CORES = [
  'I am worried that the migration slips again.',
  'The export is exactly what we needed.',
  'What happens to our history if we move?',
  'We cannot train forty people in two weeks.',
  'The pilot went well and the team likes it.',
  'Nobody told us that the module costs extra.',
] as const;

export interface Filling {
  readonly type: string;
  readonly count: number;
}

/** More records of an object, which carry the moment of now. */
export function fillOrg(org: Org, { type, count }: Filling): void {
  const make = MADE[type];
  if (make === undefined) throw new Error(`Nothing is made up for ${type}.`);
  const ids = new Map<string, readonly string[]>();
  const idOf: IdOf = (of, number) => {
    const known = ids.get(of) ?? org.idsOf(of);
    ids.set(of, known);
    return known[number % Math.max(1, known.length)] ?? null;
  };
  const first = org.idsOf(type).length;
  for (let number = first; number < first + count; number += 1) org.put(type, make(idOf, number));
}

export interface Touching extends Filling {
  /** So many carry the same moment, and the next ones the second after. */
  readonly perSecond: number;
}

/** As a mass edit does it: they change, and say the same. */
export function touchOrg(
  org: Org,
  { type, count, perSecond }: Touching,
  setClock: (secondsLater: number) => void,
): void {
  for (const [index, Id] of org.idsOf(type).slice(0, count).entries()) {
    if (index > 0 && index % perSecond === 0) setClock(index / perSecond);
    org.put(type, { Id });
  }
}
