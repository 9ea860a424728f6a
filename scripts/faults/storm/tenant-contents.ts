import { z } from 'zod';
import { runQuery } from '../../../server/store/database/run-query.ts';
import type { Stage } from './open-stage.ts';
import type { TenantId } from '../../../shared/ids.ts';

/** What a tenant holds, one line for each row. Tasks of ours are written into the CRM and read again: they do not count. */
const LINES = {
  rows: `select 'company ' || id as line from account where tenant_id = $tenant
    union all select 'contact ' || id from person where tenant_id = $tenant
    union all select 'deal ' || id || ' ' || stage_id from deal where tenant_id = $tenant
    union all select 'owner ' || id from seller where tenant_id = $tenant
    union all select 'pipeline ' || id from pipeline where tenant_id = $tenant
    union all select kind || ' ' || id from activity where tenant_id = $tenant and $theirs
    union all select concat_ws(' ', kind, activity_id, 'deal', deal_id) from activity_deal
      where tenant_id = $tenant and $their_activity
    union all select concat_ws(' ', 'deal', deal_id, person_id) from deal_person
      where tenant_id = $tenant`,
  unread: `select kind || ' ' || id as line from activity
    where tenant_id = $tenant and read_by_model is null and not_read_because is null`,
  readings: `select concat_ws('/', activity_kind, activity_id, driver, pole, status, person_id,
      from_offset, to_offset) as line from evidence where tenant_id = $tenant
    union all select concat_ws('/', activity_kind, activity_id, kind, person_id, from_offset,
      to_offset) from statement where tenant_id = $tenant`,
  cards: `select concat_ws('/', deal_id, person_id, card->>'kind') as line from card
    where tenant_id = $tenant`,
} as const;

export type ContentName = keyof typeof LINES;
export type TenantContents = Readonly<Record<ContentName, readonly string[]>>;

const Lines = z.array(z.object({ line: z.string() }));

export async function loadTenantContents(
  { adminUrl, crm }: Pick<Stage, 'adminUrl' | 'crm'>,
  tenantId: TenantId,
): Promise<TenantContents> {
  const load = async (name: ContentName): Promise<readonly string[]> => {
    const statement = LINES[name]
      .replaceAll('$tenant', `'${tenantId}'::uuid`)
      .replaceAll('$theirs', crm.isTheirs('id'))
      .replaceAll('$their_activity', crm.isTheirs('activity_id'));
    const found = Lines.parse(await runQuery(adminUrl, statement));
    return found.map(({ line }) => line);
  };
  const [rows, unread, readings, cards] = await Promise.all([
    load('rows'),
    load('unread'),
    load('readings'),
    load('cards'),
  ]);
  return { rows, unread, readings, cards };
}
