import { Flex, Heading, Text } from '@hubspot/ui-extensions';
import type { MapCellView, PersonaSlotView } from '../card-contract.ts';
import { OpenSource } from '../parts/OpenSource.tsx';
import { CELL_WORDS, ENTRY_WORDS } from '../words.ts';

type Props = {
  readonly map: readonly MapCellView[];
  readonly persona: readonly PersonaSlotView[];
};

/** The empathy map, then the five questions; each entry says how it is known. */
export function MapTab({ map, persona }: Props) {
  return (
    <Flex direction="column" gap="medium">
      {map.map(({ cell, entries }) => (
        <Entries key={cell} title={CELL_WORDS[cell]} entries={entries} />
      ))}
      <Heading>Five questions</Heading>
      {persona.map(({ slot, question, entries }) => (
        <Entries key={slot} title={question} entries={entries} />
      ))}
    </Flex>
  );
}

type Entry = MapCellView['entries'][number] | PersonaSlotView['entries'][number];
type EntriesProps = { readonly title: string; readonly entries: readonly Entry[] };

function Entries({ title, entries }: EntriesProps) {
  return (
    <Flex direction="column" gap="extra-small">
      <Text format={{ fontWeight: 'demibold' }}>{title}</Text>
      {entries.length === 0 && <Text variant="microcopy">Not known yet.</Text>}
      {entries.map((entry) => (
        <Flex key={entry.text} direction="column" gap="flush">
          <Text>{entry.text}</Text>
          <Flex direction="row" gap="small" align="baseline">
            <Text variant="microcopy">{ENTRY_WORDS[entry.status]}</Text>
            {entry.source && <OpenSource source={entry.source} />}
          </Flex>
        </Flex>
      ))}
    </Flex>
  );
}
