import { parseArgs } from 'node:util';
import { readEnvironment } from '../../server/config.ts';
import { openDatabase } from '../../server/store/database/open-database.ts';
import { createListenerStore } from '../../server/store/events/listener-store.ts';

const USAGE = `Usage: npm run -s salesforce:events -- --org ID --switch on|off
  --org     the org's id, 15 or 18 characters, as Setup shows it under Company Information
  --switch  whether Attune listens to the org's change events
It works in the PostgreSQL of DATABASE_DISPATCHER_URL; the one that Attune starts by itself belongs to the running Attune.
Exit status: 0 switched, 1 no such org is connected, 2 wrong usage.`;

const ORG_ID = /^00D[a-zA-Z0-9]{12}(?:[a-zA-Z0-9]{3})?$/;

interface Decision {
  readonly orgId: string;
  readonly wanted: boolean;
}

/** `npm run salesforce:events`: what an admin decides about their org's change events, until the org has a page for it. */
async function main(): Promise<number> {
  const decision = decisionFrom(process.argv.slice(2));
  const { DATABASE_DISPATCHER_URL: url } = readEnvironment();
  if (decision === null || url === undefined) {
    console.error(USAGE);
    return 2;
  }
  const isKnown = await decide(url, decision);
  console.error(isKnown ? outcomeOf(decision) : `No org ${decision.orgId} is connected here.`);
  return isKnown ? 0 : 1;
}

function decisionFrom(args: readonly string[]): Decision | null {
  const options = { org: { type: 'string' }, switch: { type: 'string' } } as const;
  const { values } = parseArgs({ args: [...args], options, strict: false });
  const { org: orgId, switch: position } = values;
  if (typeof orgId !== 'string' || !ORG_ID.test(orgId)) return null;
  if (position !== 'on' && position !== 'off') return null;
  return { orgId, wanted: position === 'on' };
}

async function decide(url: string, { orgId, wanted }: Decision): Promise<boolean> {
  const dispatcher = openDatabase({ url, maxConnections: 1, onLostConnection: () => undefined });
  try {
    return await createListenerStore(dispatcher, () => null).want(orgId, wanted);
  } finally {
    await dispatcher.destroy();
  }
}

function outcomeOf({ orgId, wanted }: Decision): string {
  return wanted
    ? `Attune listens to the change events of ${orgId} within seconds, as far as Setup, Change Data Capture, selects them.`
    : `Attune stops listening to the change events of ${orgId} within seconds. The nights read as before.`;
}

process.exitCode = await main();
