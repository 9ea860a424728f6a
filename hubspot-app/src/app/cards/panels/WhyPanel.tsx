import { Flex, Heading, List, Panel, PanelBody, PanelSection, Text } from '@hubspot/ui-extensions';
import type { WhyPanel as Why } from '../card-contract.ts';

export function WhyPanel({ why }: { readonly why: Why | null }) {
  return (
    <Panel
      id="attune-why"
      title="Why"
      variant="modal"
      width="sm"
      aria-label="Why the card says this"
    >
      <PanelBody>
        <PanelSection>
          {why === null ? (
            <Text>No rule held: the stage is not clear yet.</Text>
          ) : (
            <Reasons why={why} />
          )}
        </PanelSection>
      </PanelBody>
    </Panel>
  );
}

function Reasons({ why }: { readonly why: Why }) {
  return (
    <Flex direction="column" gap="medium">
      <Flex direction="column" gap="extra-small">
        <Heading>Why this stage</Heading>
        <Text>{why.rule}</Text>
        <List variant="unordered-styled">
          {why.conditions.map((condition) => (
            <Text key={condition.sentence}>{describeCondition(condition)}</Text>
          ))}
        </List>
      </Flex>
      {why.wouldMove.length > 0 && <WouldMove sentences={why.wouldMove} />}
      <Flex direction="column" gap="extra-small">
        <Heading>Why this person and deal</Heading>
        <Text>{why.focus}</Text>
      </Flex>
    </Flex>
  );
}

function WouldMove({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <Flex direction="column" gap="extra-small">
      <Heading>What would move it</Heading>
      <List variant="unordered-styled">
        {sentences.map((sentence) => (
          <Text key={sentence}>{sentence}</Text>
        ))}
      </List>
    </Flex>
  );
}

function describeCondition({ sentence, held, value }: Why['conditions'][number]): string {
  // The sentence says it all when the value is only whether it holds.
  const found = value === null || value === 'yes' || value === 'no' ? '' : ` Here: ${value}.`;
  return `${held ? 'Holds' : 'Does not hold'}: ${sentence}${found}`;
}
