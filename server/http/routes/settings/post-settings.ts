import { postSettings } from '../../../../shared/api/settings/post-settings.ts';
import type { TenantId } from '../../../../shared/ids.ts';
import type { SettingsDecision } from '../../../sync/settings/change-settings.ts';
import type { Route } from '../../route.ts';
import { enterAsAdmin, type SettingsDoor } from './settings-door.ts';

export interface PostSettingsTools extends SettingsDoor {
  readonly change: (tenantId: TenantId, decision: SettingsDecision) => Promise<void>;
}

export function postSettingsRoute({ change, ...door }: PostSettingsTools): Route {
  return {
    method: postSettings.method,
    path: postSettings.path,
    async handle(request) {
      const { tenant, userId } = await enterAsAdmin(door, request);
      const settings = postSettings.body.parse(request.json());
      await change(tenant.id, { settings, by: userId });
      return { status: 200, json: postSettings.response.parse({ saved: true }) };
    },
  };
}
