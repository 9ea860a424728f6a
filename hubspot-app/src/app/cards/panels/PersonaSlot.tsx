import { Button, ButtonRow, Flex, Text } from '@hubspot/ui-extensions';
import type { PersonaSlotView } from '../card-contract.ts';
import type { SlotAnswer, SlotEntry, useSlotVerdicts } from '../use-slot-verdicts.ts';
import { EntryLines } from './EntryLines.tsx';

type Props = {
  readonly view: PersonaSlotView;
  readonly verdicts: ReturnType<typeof useSlotVerdicts>;
};

/** One of the five questions. What the rep calls not right is gone at once. */
export function PersonaSlot({ view: { slot, question, entries }, verdicts }: Props) {
  const standing = entries.filter(verdicts.stands);
  return (
    <Flex direction="column" gap="extra-small">
      <Text format={{ fontWeight: 'demibold' }}>{question}</Text>
      {standing.length === 0 && <Text variant="microcopy">Not known yet.</Text>}
      {standing.map((entry) => (
        <Flex key={entry.id ?? entry.text} direction="column" gap="flush">
          <EntryLines entry={entry} />
          <Judge
            entry={entry}
            confirmer={verdicts.confirmerOf(entry)}
            onGive={(entryId, verdict) => void verdicts.give({ slot, entryId }, verdict)}
          />
        </Flex>
      ))}
    </Flex>
  );
}

type JudgeProps = {
  readonly entry: SlotEntry;
  readonly confirmer: string | null;
  readonly onGive: (entryId: string, verdict: SlotAnswer) => void;
};

/** A role's usual question is nobody's claim, so there is nothing to judge. */
function Judge({ entry: { id }, confirmer, onGive }: JudgeProps) {
  if (id === undefined) return null;
  return (
    <Flex direction="row" gap="small" align="baseline" wrap>
      {confirmer !== null && (
        <Text variant="microcopy" testId={`confirmed-${id}`}>{`Confirmed by ${confirmer}`}</Text>
      )}
      <ButtonRow disableDropdown>
        {confirmer === null && (
          <Button
            size="xs"
            variant="transparent"
            testId={`slot-right-${id}`}
            onClick={() => onGive(id, 'right')}
          >
            Right
          </Button>
        )}
        <Button
          size="xs"
          variant="transparent"
          testId={`slot-not_right-${id}`}
          onClick={() => onGive(id, 'not_right')}
        >
          Not right
        </Button>
      </ButtonRow>
    </Flex>
  );
}
