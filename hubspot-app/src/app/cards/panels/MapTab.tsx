import { Flex, Heading, Text } from '@hubspot/ui-extensions';
import type { Focus, MapCellView, PersonaSlotView } from '../card-contract.ts';
import { SaveQuestionsButton } from '../parts/SaveQuestionsButton.tsx';
import { useSlotVerdicts } from '../use-slot-verdicts.ts';
import { CELL_WORDS } from '../words.ts';
import { EntryLines } from './EntryLines.tsx';
import { PersonaSlot } from './PersonaSlot.tsx';

type Props = {
  readonly focus: Focus;
  readonly map: readonly MapCellView[];
  readonly persona: readonly PersonaSlotView[];
};

/** The empathy map, then the five questions; each entry says how it is known. */
export function MapTab({ focus, map, persona }: Props) {
  const verdicts = useSlotVerdicts(focus);
  const hasOpen = persona.some(({ entries }) => !entries.some(verdicts.answers));
  return (
    <Flex direction="column" gap="medium">
      {map.map((view) => (
        <Cell key={view.cell} view={view} />
      ))}
      <Heading>Five questions</Heading>
      {persona.map((view) => (
        <PersonaSlot key={view.slot} view={view} verdicts={verdicts} />
      ))}
      {hasOpen && <SaveQuestionsButton focus={focus} />}
    </Flex>
  );
}

function Cell({ view: { cell, entries } }: { readonly view: MapCellView }) {
  return (
    <Flex direction="column" gap="extra-small">
      <Text format={{ fontWeight: 'demibold' }}>{CELL_WORDS[cell]}</Text>
      {entries.length === 0 && <Text variant="microcopy">Not known yet.</Text>}
      {entries.map((entry) => (
        <Flex key={entry.text} direction="column" gap="flush">
          <EntryLines entry={entry} />
        </Flex>
      ))}
    </Flex>
  );
}
