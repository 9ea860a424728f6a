import { Flex, Tag, Text } from '@hubspot/ui-extensions';
import type { Focus, StageChip } from '../card-contract.ts';
import { describeStage, labelBeside, labelPerson } from '../describe.ts';
import { useSay, useViewing } from '../viewing.ts';
import { choosesPerson } from './FocusChoice.tsx';

type Props = {
  readonly focus: Focus;
  readonly stage: StageChip;
  readonly updatedAt: string;
};

/**
 * Person and role, both stages, and the age of the card. Where the person is chosen, the selector names them; where the
 * deal is, its selector takes a line, and the age stands beside the person, so that the next step stays in sight.
 */
export function Chips({ focus, stage, updatedAt }: Props) {
  const say = useSay();
  const viewing = useViewing();
  const age = (
    <Text variant="microcopy" inline testId="updated-chip">
      {`updated ${say.ago(updatedAt)}`}
    </Text>
  );
  const isTight = focus.choices.length > 1 && viewing.chooses === 'deal';
  const label = isTight ? labelBeside(focus.person) : labelPerson(focus.person);
  return (
    <Flex direction="row" gap="extra-small" align="center" wrap>
      {!choosesPerson(focus, viewing) && <Tag testId="person-chip">{label}</Tag>}
      {isTight && age}
      <Tag testId="stage-chip" variant={stage.mismatch ? 'warning' : 'default'}>
        {describeStage(stage)}
      </Tag>
      {!isTight && age}
    </Flex>
  );
}
