import { Accordion, Flex, Text } from '@hubspot/ui-extensions';
import type { OpenConcern } from '../card-contract.ts';
import { useSay } from '../viewing.ts';
import { ConcernLine } from './ConcernLine.tsx';

type Props = { readonly concerns: readonly OpenConcern[]; readonly more: number };

/** How many and how old is told while folded; the two oldest inside. */
export function StillOpen({ concerns, more }: Props) {
  const say = useSay();
  const [oldest] = concerns;
  if (oldest === undefined) return null;
  const count = concerns.length + more;
  const title = `Still open: ${count}, ${count > 1 ? 'oldest ' : 'for '}${say.age(oldest.raisedAt)}`;
  return (
    <Accordion title={title} size="xs" testId="still-open">
      <Flex direction="column" gap="small">
        {concerns.map((concern) => (
          <ConcernLine key={concern.id} concern={concern} until={null} />
        ))}
        {more > 0 && <Text variant="microcopy">{`+ ${more} more`}</Text>}
      </Flex>
    </Accordion>
  );
}
