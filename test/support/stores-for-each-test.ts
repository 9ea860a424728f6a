import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from './postgres.ts';
import { storesOfNewTenant, type TenantStores } from './store.ts';

/** In a describe block: one database, and for each test the stores of a tenant that nobody else uses. */
export function storesForEachTest(): TenantStores & { readonly database: TestDatabase } {
  // Filled before each test; nothing may look into it earlier.
  const stores = {} as TenantStores & { database: TestDatabase };
  beforeAll(async () => {
    stores.database = await openTestDatabase();
  }, 60_000);
  afterAll(() => stores.database.close());
  beforeEach(() => {
    Object.assign(stores, storesOfNewTenant(stores.database));
  });
  return stores;
}
