import { z } from 'zod';
import { fillOrg, touchOrg } from '../scale/fill-org.ts';
import type { SalesforceStandIn } from '../start-salesforce.ts';

export type ControlVerbs = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

const OrgId = z.string();
const Filling = z.object({ type: z.string(), count: z.int().min(0) });
const Touching = Filling.extend({ perSecond: z.int().positive() });
const Fields = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const Fate = z.enum(['complete', 'fail', 'never', 'lossy', 'refuse']);
const Rain = z.object({ seed: z.int(), rates: z.record(z.string(), z.number()) }).nullable();

export interface ControlledClock {
  readonly now: () => Date;
  readonly setClock: (moment: Date) => void;
}

/** What runs with the stand-in in a process of its own may do to it. */
export function controlVerbs(
  standIn: SalesforceStandIn,
  { now, setClock }: ControlledClock,
): ControlVerbs {
  const orgOf = (id: unknown) => standIn.orgOf(OrgId.parse(id));
  return {
    setClock: (moment) => {
      setClock(z.coerce.date().parse(moment));
    },
    fill: (id, filling) => {
      fillOrg(orgOf(id), Filling.parse(filling));
    },
    touch: (id, touching) => {
      const startMs = now().getTime();
      touchOrg(orgOf(id), Touching.parse(touching), (secondsLater) => {
        setClock(new Date(startMs + secondsLater * 1_000));
      });
    },
    put: (id, type, fields) => orgOf(id).put(z.string().parse(type), Fields.parse(fields)),
    rowsOf: (id, type) => orgOf(id).rows(z.string().parse(type), false),
    setBulkFate: (id, fate) => {
      standIn.deskOf(OrgId.parse(id)).jobs.fate = Fate.parse(fate);
    },
    setPageRows: (id, rows) => {
      standIn.deskOf(OrgId.parse(id)).pageSize = z.int().positive().parse(rows);
    },
    issueTokens: (id) => standIn.issueTokens(OrgId.parse(id)),
    expireTokens: () => {
      standIn.expireTokens();
    },
    setRandomFaults: (rain) => {
      standIn.setRandomFaults(Rain.parse(rain));
    },
    ledger: () => standIn.ledger.summary(),
    ledgerEntries: () => standIn.ledger.entries,
    clearLedger: () => {
      standIn.ledger.clear();
    },
  };
}
