import { isDeepStrictEqual } from 'node:util';
import type { Instant, TenantId } from '../../../shared/ids.ts';
import type { TenantSettings } from '../../../shared/settings.ts';

export interface ChangeSettingsTools {
  readonly clock: () => Date;
  readonly settings: {
    load(tenantId: TenantId): Promise<TenantSettings>;
    save(
      tenantId: TenantId,
      change: { readonly settings: TenantSettings; readonly by: string; readonly at: Instant },
    ): Promise<void>;
  };
  readonly health: {
    writeDown(
      tenantId: TenantId,
      line: {
        readonly at: Instant;
        readonly by: string;
        readonly action: 'settings_saved';
        readonly detail: TenantSettings;
      },
    ): Promise<void>;
  };
  /** A night begins now, unless one runs. */
  readonly beginNight: (tenantId: TenantId) => Promise<unknown>;
  readonly ring: (kind: FollowUp, tenantId: TenantId) => Promise<void>;
}

export type FollowUp = 'run_night' | 'build_cards' | 'set_up_fields';

export interface SettingsDecision {
  readonly settings: TenantSettings;
  /** The CRM's id of the user who decided. */
  readonly by: string;
}

/** Saves what an admin decided, writes it down, and wakes what it concerns. The same again only wakes. */
export async function changeSettings(
  tools: ChangeSettingsTools,
  tenantId: TenantId,
  { settings, by }: SettingsDecision,
): Promise<void> {
  const before = await tools.settings.load(tenantId);
  const at = tools.clock().toISOString();
  await tools.settings.save(tenantId, { settings, by, at });
  if (!isDeepStrictEqual(before, settings))
    await tools.health.writeDown(tenantId, { at, by, action: 'settings_saved', detail: settings });
  const added = settings.pipelineIds.some((id) => !before.pipelineIds.includes(id));
  if (added) await tools.beginNight(tenantId);
  for (const kind of followUps(before, settings)) await tools.ring(kind, tenantId);
}

/** The night is rung always: it works out its own next hour. */
function followUps(before: TenantSettings, after: TenantSettings): readonly FollowUp[] {
  const dropped = before.pipelineIds.some((id) => !after.pipelineIds.includes(id));
  return [
    'run_night',
    ...(dropped ? (['build_cards'] as const) : []),
    ...(after.writeBack && !before.writeBack ? (['set_up_fields'] as const) : []),
  ];
}
