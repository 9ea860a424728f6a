import { Flex, Text } from '@hubspot/ui-extensions';
import type { CoveragePanel } from '../card-contract.ts';
import { useSay } from '../viewing.ts';

export function CoverageTab({ coverage }: { readonly coverage: CoveragePanel }) {
  const say = useSay();
  const synced =
    coverage.syncedAt === null
      ? 'Not read completely so far.'
      : `Read completely ${say.ago(coverage.syncedAt)}.`;
  return (
    <Flex direction="column" gap="small">
      <Text>{coverage.sentence}</Text>
      <Text>{synced}</Text>
    </Flex>
  );
}
