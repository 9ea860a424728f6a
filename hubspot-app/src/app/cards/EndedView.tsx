import { Flex, Heading, Tag, Text } from '@hubspot/ui-extensions';
import type { EndedCard } from './card-contract.ts';
import { FocusChoice } from './parts/FocusChoice.tsx';
import { Headline } from './parts/Headline.tsx';
import { ConcernLine } from './parts/ConcernLine.tsx';
import { useSay } from './viewing.ts';

type Props = { readonly card: EndedCard; readonly onChoose: (choice: string) => void };

/** A lost or abandoned deal: what was left open, and no advice. */
export function EndedView({ card, onChoose }: Props) {
  const say = useSay();
  return (
    <Flex direction="column" gap="small">
      <Headline text={card.headline} />
      <Flex direction="row" gap="extra-small" wrap>
        <Tag>{card.focus.person.name}</Tag>
        <Tag>{`${card.crmStage} ${say.day(card.endedAt)}`}</Tag>
      </Flex>
      <FocusChoice focus={card.focus} onChoose={onChoose} />
      <Heading>Left open</Heading>
      {card.leftOpen.length === 0 && <Text>Nothing that they had raised was left open.</Text>}
      {card.leftOpen.map((concern) => (
        <ConcernLine key={concern.id} concern={concern} until={card.endedAt} />
      ))}
      <Text variant="microcopy">{card.coverage.sentence}</Text>
    </Flex>
  );
}
