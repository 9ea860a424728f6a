import { EmptyState, Flex, Tag, Text } from '@hubspot/ui-extensions';
import type { EmptyCard } from './card-contract.ts';
import { describeStage } from './describe.ts';
import { CopyButton } from './parts/CopyButton.tsx';
import { FocusChoice } from './parts/FocusChoice.tsx';
import { Notices } from './parts/Notices.tsx';
import { useSay } from './viewing.ts';

type Props = { readonly card: EmptyCard; readonly onChoose: (choice: string) => void };

/** Thin evidence: say so, and give a question worth asking. */
export function EmptyView({ card, onChoose }: Props) {
  const say = useSay();
  return (
    <Flex direction="column" gap="small">
      <EmptyState title="Not enough to go on yet" layout="vertical" imageName="contacts" flush>
        <Text>{say.phrase(card.text)}</Text>
      </EmptyState>
      {card.stage && <Tag>{describeStage(card.stage)}</Tag>}
      {card.ask && <Ask question={say.phrase(card.ask)} />}
      <Notices notices={card.notices ?? []} />
      {card.focus && <FocusChoice focus={card.focus} onChoose={onChoose} />}
      {card.coverage && <Text variant="microcopy">{card.coverage.sentence}</Text>}
    </Flex>
  );
}

function Ask({ question }: { readonly question: string }) {
  return (
    <Flex direction="column" gap="extra-small">
      <Text format={{ fontWeight: 'demibold' }}>Ask</Text>
      <Text>{question}</Text>
      <CopyButton what="the question" text={question} />
    </Flex>
  );
}
