import { Flex, Tag, Text } from '@hubspot/ui-extensions';
import type { Focus, StageChip } from '../card-contract.ts';
import { describeStage, labelPerson } from '../describe.ts';
import { useSay, useViewing } from '../viewing.ts';
import { choosesPerson } from './FocusChoice.tsx';

type Props = {
  readonly focus: Focus;
  readonly stage: StageChip;
  readonly updatedAt: string;
};

/** Person and role, both stages, and the age of the card. Where the person is chosen, the selector names them. */
export function Chips({ focus, stage, updatedAt }: Props) {
  const say = useSay();
  const viewing = useViewing();
  return (
    <Flex direction="row" gap="extra-small" align="center" wrap>
      {!choosesPerson(focus, viewing) && (
        <Tag testId="person-chip">{labelPerson(focus.person)}</Tag>
      )}
      <Tag testId="stage-chip" variant={stage.mismatch ? 'warning' : 'default'}>
        {describeStage(stage)}
      </Tag>
      <Text variant="microcopy" inline testId="updated-chip">
        {`updated ${say.ago(updatedAt)}`}
      </Text>
    </Flex>
  );
}
