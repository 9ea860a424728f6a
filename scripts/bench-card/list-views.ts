import type { CardRecord } from '../../server/insight/port.ts';
import { cardRequestUrl } from '../../test/simulators/hubspot/sign-request.ts';
import { SANDBOX_APP } from '../../test/simulators/hubspot/start-hubspot.ts';
import type { Sandbox } from '../sandbox/open-sandbox.ts';

/** A card as the owner of its record opens it. */
export interface View {
  readonly record: CardRecord;
  /** `/v1/cards/deal/1?userId=…`, to be put behind one of the addresses that are compared. */
  readonly pathAndViewer: string;
}

/** Every deal and every person of the stories. */
export function listViews(sandbox: Sandbox): readonly View[] {
  const { stories } = sandbox.stories;
  const deals = stories.flatMap(dealsOf).map((id) => ({ kind: 'deal', id }) as const);
  const people = stories
    .flatMap((story) => Object.values(story.people))
    .map((id) => ({ kind: 'contact', id }) as const);
  return [...deals, ...people].map((record) => viewOf(sandbox, record));
}

/** One or two, or none where the story is a conversation. */
export function dealsOf({ deals }: Sandbox['stories']['stories'][number]): readonly string[] {
  return [deals.first, deals.second].filter((id) => id !== null);
}

function viewOf({ standIn, stories }: Sandbox, record: CardRecord): View {
  const objects = record.kind === 'deal' ? 'deals' : 'contacts';
  const ownerId = standIn.getRecord(objects, record.id)?.properties['hubspot_owner_id'];
  const owner = stories.owners.find(({ id }) => id === ownerId) ?? stories.owners[0];
  return {
    record,
    pathAndViewer: cardRequestUrl(`/v1/cards/${record.kind}/${record.id}`, {
      userId: String(owner?.userId ?? 0),
      portalId: standIn.accountId,
      userEmail: owner?.email ?? '',
      appId: SANDBOX_APP.appId,
    }),
  };
}
