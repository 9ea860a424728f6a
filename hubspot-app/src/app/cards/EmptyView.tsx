import { Button, EmptyState, Flex, Tag, Text } from '@hubspot/ui-extensions';
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
  const title = card.paused ? TITLES[card.paused] : 'Not enough to go on yet';
  return (
    <Flex direction="column" gap="small">
      <EmptyState title={title} layout="vertical" imageName="contacts" flush>
        <Text>{say.phrase(card.text)}</Text>
      </EmptyState>
      {card.repair && <Repair {...card.repair} />}
      {card.stage && <Tag>{describeStage(card.stage)}</Tag>}
      {card.ask && <Ask question={say.phrase(card.ask)} />}
      <Notices notices={card.notices ?? []} />
      {card.focus && <FocusChoice focus={card.focus} onChoose={onChoose} />}
      {card.coverage && <Text variant="microcopy">{card.coverage.sentence}</Text>}
    </Flex>
  );
}

const TITLES: Readonly<Record<NonNullable<EmptyCard['paused']>, string>> = {
  not_connected: 'Not connected',
  reconciling: 'Back in a while',
};

/** For admins only; HubSpot asks there whether they may. */
function Repair({ label, href }: NonNullable<EmptyCard['repair']>) {
  return (
    <Button size="sm" variant="primary" href={{ url: href, external: true }} testId="repair">
      {label}
    </Button>
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
