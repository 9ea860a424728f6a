import { createSalesforce } from '../../../server/crm/salesforce/index.ts';
import type { SalesforcePort } from '../../../server/crm/salesforce/index.ts';
import type { CallMeter } from '../../../server/crm/port.ts';
import { startSmallOrg } from './small-org.ts';
import type { SmallOrg } from './small-org.ts';

/** A small org with the adapter in front of it, on a clock that moves only when told. */
export interface OpenSalesforce {
  readonly org: SmallOrg;
  readonly port: SalesforcePort;
  readonly now: () => Date;
  readonly advance: (milliseconds: number) => void;
  /** Makes or changes a record at the present moment; gives its id. */
  readonly save: (object: string, values: Readonly<Record<string, unknown>>, id?: string) => string;
}

export const NO_METER: CallMeter = { take: () => Promise.resolve(), seen: () => undefined };

const FIRST_MOMENT = Date.parse('2026-11-20T10:00:00.000Z');
const PREFIXES: Readonly<Record<string, string>> = {
  ...{ Account: '001', Contact: '003', User: '005', Opportunity: '006', Task: '00T' },
  ...{ EmailMessage: '02s', OpportunityStage: '01J', OpportunityContactRole: '00K' },
  ...{ Individual: '0PK', Event: '00U', Case: '500', Lead: '00Q' },
};

export async function openSalesforce({
  meter = NO_METER,
  timeoutMs = 1_000,
}: { meter?: CallMeter; timeoutMs?: number } = {}): Promise<OpenSalesforce> {
  let nowMs = FIRST_MOMENT;
  let made = 0;
  const now = (): Date => new Date(nowMs);
  const org = await startSmallOrg();
  const port = createSalesforce({
    ...{ baseUrl: org.url, meter, timeoutMs, clock: now },
    accessToken: (refused) => Promise.resolve(refused === undefined ? 'first' : 'renewed'),
  });
  const save: OpenSalesforce['save'] = (object, values, known) => {
    made += 1;
    const id = known ?? `${PREFIXES[object] ?? 'a0x'}${String(made).padStart(15, '0')}`;
    const moment = now().toISOString().replace('Z', '+0000');
    const base = { CreatedDate: moment, ...org.rows.get(object)?.get(id) };
    org.put(object, { IsDeleted: false, ...base, ...values, Id: id, SystemModstamp: moment });
    return id;
  };
  save('User', { Name: 'Ada Larkfield', Email: 'ada@larkfield.example' });
  save('Account', { Name: 'Larkfield', Website: 'www.larkfield.example' });
  save('OpportunityStage', { ApiName: 'Open', MasterLabel: 'Open', IsClosed: false, IsWon: false });
  save('EmailMessage', {
    ...{ Subject: 'Hello', TextBody: 'Hi' },
    ...{ Incoming: true, Status: '3' },
  });
  for (const empty of ['Contact', 'Opportunity', 'Task']) org.rows.set(empty, new Map());
  return {
    ...{ org, port, now, save },
    advance: (milliseconds) => {
      nowMs += milliseconds;
    },
  };
}
