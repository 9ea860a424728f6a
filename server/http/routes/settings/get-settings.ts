import { getSettings } from '../../../../shared/api/settings/get-settings.ts';
import type { LoadSettingsView } from '../../../sync/settings/load-settings-view.ts';
import type { Route } from '../../route.ts';
import { enterAsAdmin, type SettingsDoor } from './settings-door.ts';

export interface GetSettingsTools extends SettingsDoor {
  readonly loadView: LoadSettingsView;
}

export function getSettingsRoute({ loadView, ...door }: GetSettingsTools): Route {
  return {
    method: getSettings.method,
    path: getSettings.path,
    async handle(request) {
      const { tenant } = await enterAsAdmin(door, request);
      return { status: 200, json: getSettings.response.parse(await loadView(tenant.id)) };
    },
  };
}
