import { Flex, Text } from '@hubspot/ui-extensions';
import type { MapCellView, PersonaSlotView } from '../card-contract.ts';
import { OpenSource } from '../parts/OpenSource.tsx';
import { ENTRY_WORDS } from '../words.ts';

type Entry = MapCellView['entries'][number] | PersonaSlotView['entries'][number];

/** What is known, how, and from where. */
export function EntryLines({ entry: { text, status, source } }: { readonly entry: Entry }) {
  return (
    <>
      <Text>{text}</Text>
      <Flex direction="row" gap="small" align="baseline">
        <Text variant="microcopy">{ENTRY_WORDS[status]}</Text>
        {source && <OpenSource source={source} />}
      </Flex>
    </>
  );
}
