import { postReadNow, type ReadNowAnswer } from '../../../../shared/api/settings/post-read-now.ts';
import type { TenantId } from '../../../../shared/ids.ts';
import type { Route } from '../../route.ts';
import { enterAsAdmin, type SettingsDoor } from './settings-door.ts';

export interface PostReadNowTools extends SettingsDoor {
  readonly readNow: (tenantId: TenantId, byUserId: string) => Promise<ReadNowAnswer>;
}

export function postReadNowRoute({ readNow, ...door }: PostReadNowTools): Route {
  return {
    method: postReadNow.method,
    path: postReadNow.path,
    async handle(request) {
      const { tenant, userId } = await enterAsAdmin(door, request);
      return { status: 200, json: postReadNow.response.parse(await readNow(tenant.id, userId)) };
    },
  };
}
