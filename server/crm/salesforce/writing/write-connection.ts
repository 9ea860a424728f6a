import type { ConnectionNews } from '../../writes.ts';
import type { SalesforceClient } from '../client.ts';
import { writeCollection } from './collections.ts';
import { EXTERNAL_KEY } from './insight-row.ts';

const OBJECT = 'Attune_Connection__c';
/** There is one of it in an org. */
const KEY = 'org';

/** The row by which a card knows whether it is out of date, while our server is away. */
export async function writeConnection(
  client: SalesforceClient,
  { state, syncedAt }: ConnectionNews,
): Promise<void> {
  const row = { [EXTERNAL_KEY]: KEY, State__c: state, Synced_At__c: syncedAt };
  await writeCollection(client, `/composite/sobjects/${OBJECT}/${EXTERNAL_KEY}`, [
    { attributes: { type: OBJECT }, ...row },
  ]);
}
