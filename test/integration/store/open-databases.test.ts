import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabases } from '../../../server/store/open-databases.ts';
import { openTestDatabase, type TestDatabase } from '../../support/postgres.ts';

describe('the databases and keys of the environment', () => {
  let database: TestDatabase;
  const [oldKey, newKey] = [randomBytes(32), randomBytes(32)];

  beforeAll(async () => {
    database = await openTestDatabase();
  }, 60_000);
  afterAll(() => database.close());

  const open = (keys: { ATTUNE_KEY: string; ATTUNE_KEY_PREVIOUS?: string }) => {
    const { app, owner, dispatcher } = database.urls;
    const urls = {
      ...{ DATABASE_URL: app, DATABASE_OWNER_URL: owner },
      DATABASE_DISPATCHER_URL: dispatcher,
    };
    return openDatabases({ ...urls, ...keys }, tmpdir());
  };

  it('seal with the new key and open with the old one, too', async () => {
    const opened = await open({
      ATTUNE_KEY: newKey.toString('base64'),
      ATTUNE_KEY_PREVIOUS: oldKey.toString('base64'),
    });
    expect(opened).toMatchObject({ credentialKey: newKey, formerKeys: [oldKey] });
    await opened.close();
  });

  it('know no former key where none is given', async () => {
    const opened = await open({ ATTUNE_KEY: newKey.toString('base64') });
    expect(opened.formerKeys).toEqual([]);
  });

  it.each(['ATTUNE_KEY', 'ATTUNE_KEY_PREVIOUS'] as const)(
    'refuse %s of a wrong length',
    async (name) => {
      const keys = { ATTUNE_KEY: newKey.toString('base64'), [name]: 'c2hvcnQ=' };
      await expect(open(keys)).rejects.toThrow(`${name} must be 32 bytes in base64.`);
    },
  );
});
