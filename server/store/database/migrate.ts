import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Database } from './schema.ts';
import * as tenancy from '../migrations/0001-tenancy.ts';
import * as crmRecords from '../migrations/0002-crm-records.ts';
import * as readings from '../migrations/0003-readings.ts';
import * as sync from '../migrations/0004-sync.ts';
import * as settings from '../migrations/0005-settings.ts';
import * as connections from '../migrations/0006-connections.ts';
import * as limits from '../migrations/0007-limits.ts';
import * as units from '../migrations/0008-units.ts';
import * as writeBack from '../migrations/0009-write-back.ts';
import * as cardActions from '../migrations/0010-card-actions.ts';
import * as health from '../migrations/0011-health.ts';
import * as inbox from '../migrations/0012-inbox.ts';
import * as presence from '../migrations/0013-presence.ts';
import * as responses from '../migrations/0014-responses.ts';
import * as cardViewers from '../migrations/0015-card-viewers.ts';
import * as slotVerdicts from '../migrations/0016-slot-verdicts.ts';
import * as tokenRenewal from '../migrations/0017-token-renewal.ts';
import * as statementDetail from '../migrations/0018-statement-detail.ts';
import * as insights from '../migrations/0019-insights.ts';
import * as companyNames from '../migrations/0020-company-names.ts';
import * as callShare from '../migrations/0021-call-share.ts';
import * as insightJobs from '../migrations/0022-insight-jobs.ts';
import * as changeEvents from '../migrations/0023-change-events.ts';

const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-tenancy': tenancy,
  '0002-crm-records': crmRecords,
  '0003-readings': readings,
  '0004-sync': sync,
  '0005-settings': settings,
  '0006-connections': connections,
  '0007-limits': limits,
  '0008-units': units,
  '0009-write-back': writeBack,
  '0010-card-actions': cardActions,
  '0011-health': health,
  '0012-inbox': inbox,
  '0013-presence': presence,
  '0014-responses': responses,
  '0015-card-viewers': cardViewers,
  '0016-slot-verdicts': slotVerdicts,
  '0017-token-renewal': tokenRenewal,
  '0018-statement-detail': statementDetail,
  '0019-insights': insights,
  '0020-company-names': companyNames,
  '0021-call-share': callShare,
  '0022-insight-jobs': insightJobs,
  '0023-change-events': changeEvents,
};

/** Brings the schema up to date. Runs as the role `attune_owner`, which does nothing else; safe to run twice at once. */
export async function migrate(owner: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({
    db: owner,
    provider: { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('Migration failed.');
}
