import { Text } from '@hubspot/ui-extensions';
import { CrmActionLink, type CrmActionLinkProps } from '@hubspot/ui-extensions/crm';
import type { ActivityKind, SourceLink } from '../card-contract.ts';
import { useSay, useViewing } from '../viewing.ts';
import { ACTIVITY_WORDS } from '../words.ts';

/** Tickets and survey answers are records of their own in HubSpot; everything else stands in the timeline. */
const RECORD_TYPES: Readonly<Partial<Record<ActivityKind, string>>> = {
  ticket: '0-5',
  survey: '0-19',
};

/** HubSpot has no link of its own to these: they stand in the contact's timeline. */
const WITHOUT_LINK: ReadonlySet<ActivityKind> = new Set(['thread', 'form']);

/** "mail, 5 days ago", and the way to it. */
export function OpenSource({ source }: { readonly source: SourceLink }) {
  const say = useSay();
  const { objectId, objectTypeId } = useViewing();
  const label = `${ACTIVITY_WORDS[source.kind]}, ${say.date(source.at)}`;
  if (WITHOUT_LINK.has(source.kind)) return <Text variant="microcopy">{label}</Text>;
  const recordType = RECORD_TYPES[source.kind];
  const target: Pick<CrmActionLinkProps, 'actionType' | 'actionContext'> =
    recordType === undefined
      ? {
          actionType: 'ENGAGEMENT_APP_LINK',
          actionContext: { objectId, objectTypeId, engagementId: source.id },
        }
      : {
          actionType: 'PREVIEW_OBJECT',
          actionContext: { objectId: Number(source.id), objectTypeId: recordType },
        };
  return <CrmActionLink {...target}>{label}</CrmActionLink>;
}
