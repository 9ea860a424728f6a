import { EmptyState, Flex, Text } from '@hubspot/ui-extensions';
import type { SilentCard } from '../card-contract.ts';
import { useSay } from '../viewing.ts';
import { ReleaseOffer } from './ReleaseOffer.tsx';

const TITLES: Readonly<Record<SilentCard['kind'], string>> = {
  do_not_analyse: 'Not analysed',
  no_permission: 'Not open to you',
};

export function SilentView({ card }: { readonly card: SilentCard }) {
  const say = useSay();
  return (
    <Flex direction="column" gap="small">
      <EmptyState title={TITLES[card.kind]} layout="vertical" imageName="lock" flush>
        <Text>{say.phrase(card.text)}</Text>
      </EmptyState>
      {card.release && <ReleaseOffer release={card.release} />}
    </Flex>
  );
}
