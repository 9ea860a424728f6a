import { Accordion, Flex, Heading, Tag, Text } from '@hubspot/ui-extensions';
import type { EndedCard } from './card-contract.ts';
import { clip } from './describe.ts';
import { choosesPerson, FocusChoice } from './parts/FocusChoice.tsx';
import { Headline } from './parts/Headline.tsx';
import { ConcernLine } from './parts/ConcernLine.tsx';
import { Notices } from './parts/Notices.tsx';
import { useSay, useViewing } from './viewing.ts';

type Props = { readonly card: EndedCard; readonly onChoose: (choice: string) => void };

/** As many as on an open deal's card; the rest are folded. */
const SHOWN = 2;

/** A lost or abandoned deal: what was left open, the oldest first, and no advice. */
export function EndedView({ card, onChoose }: Props) {
  const say = useSay();
  const viewing = useViewing();
  const lines = card.leftOpen.map((concern) => (
    <ConcernLine key={concern.id} concern={concern} until={card.endedAt} />
  ));
  return (
    <Flex direction="column" gap="small">
      <Headline text={card.headline} />
      <Flex direction="row" gap="extra-small" wrap>
        {!choosesPerson(card.focus, viewing) && <Tag>{clip(card.focus.person.name)}</Tag>}
        <Tag>{`${card.crmStage} ${say.day(card.endedAt)}`}</Tag>
      </Flex>
      <FocusChoice focus={card.focus} onChoose={onChoose} />
      <Notices notices={card.notices ?? []} />
      <Heading>Left open</Heading>
      {card.leftOpen.length === 0 && <Text>Nothing that they had raised was left open.</Text>}
      {lines.slice(0, SHOWN)}
      {lines.length > SHOWN && (
        <Accordion title={`+ ${lines.length - SHOWN} more`} size="xs" testId="more-left-open">
          <Flex direction="column" gap="small">
            {lines.slice(SHOWN)}
          </Flex>
        </Accordion>
      )}
      <Text variant="microcopy">{card.coverage.sentence}</Text>
    </Flex>
  );
}
