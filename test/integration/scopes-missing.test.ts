import { expect, it } from '@jest/globals';
import { openAttune } from '../support/hubspot/open-attune.ts';

it('an account that granted too little becomes no tenant', async () => {
  const open = await openAttune({});
  try {
    open.hubspot.setGrantedScopes(['oauth']);
    const names = { name: 'Larkfield', timeZone: 'Europe/London' };
    await expect(open.attune.connectAccount('hubspot', 'good-code', names)).rejects.toThrow(
      'did not grant',
    );
    expect(await open.attune.stores.tenants.listTenants()).toEqual([]);
  } finally {
    await open.close();
  }
}, 60_000);
