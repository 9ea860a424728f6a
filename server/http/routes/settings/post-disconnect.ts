import { postDisconnect } from '../../../../shared/api/settings/post-disconnect.ts';
import type { TenantId } from '../../../../shared/ids.ts';
import type { Route } from '../../route.ts';
import { enterAsAdmin, type SettingsDoor } from './settings-door.ts';

export interface PostDisconnectTools extends SettingsDoor {
  readonly disconnect: (tenantId: TenantId, byUserId: string) => Promise<void>;
}

export function postDisconnectRoute({ disconnect, ...door }: PostDisconnectTools): Route {
  return {
    method: postDisconnect.method,
    path: postDisconnect.path,
    async handle(request) {
      const { tenant, userId } = await enterAsAdmin(door, request);
      await disconnect(tenant.id, userId);
      return { status: 200, json: postDisconnect.response.parse({ disconnected: true }) };
    },
  };
}
