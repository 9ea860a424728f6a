import { Accordion, Flex, Text, Tile } from '@hubspot/ui-extensions';
import type { Focus, NextStepLine } from '../card-contract.ts';
import { useSay } from '../viewing.ts';
import { StepButton } from './StepButton.tsx';

type Props = {
  readonly step: NextStepLine | null;
  readonly alternatives: readonly NextStepLine[];
  readonly focus: Focus;
};

/** One step with its reason and the card's only primary button; other ways stay folded. */
export function NextStep({ step, alternatives, focus }: Props) {
  if (step === null) return null;
  return (
    <Flex direction="column" gap="extra-small">
      <Tile compact testId="next-step">
        <Flex direction="column" gap="extra-small">
          <Text variant="microcopy">Next step</Text>
          <StepLines step={step} />
          <StepButton step={step} focus={focus} primary />
        </Flex>
      </Tile>
      {alternatives.length > 0 && (
        <Accordion title="Other ways" size="xs" testId="alternatives">
          <Flex direction="column" gap="small">
            {alternatives.map((other) => (
              <Flex key={other.id} direction="column" gap="extra-small">
                <StepLines step={other} />
                <StepButton step={other} focus={focus} primary={false} />
              </Flex>
            ))}
          </Flex>
        </Accordion>
      )}
    </Flex>
  );
}

function StepLines({ step }: { readonly step: NextStepLine }) {
  const say = useSay();
  return (
    <>
      <Text format={{ fontWeight: 'demibold' }}>{say.phrase(step.title)}</Text>
      <Text variant="microcopy">{say.phrase(step.reason)}</Text>
    </>
  );
}
