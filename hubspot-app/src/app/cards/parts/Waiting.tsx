import { Text } from '@hubspot/ui-extensions';
import type { Focus } from '../card-contract.ts';
import { useSay } from '../viewing.ts';

/** One line for what waits with the other persons or deals. */
export function Waiting({ waiting }: { readonly waiting: Focus['waiting'] }) {
  const say = useSay();
  return waiting && <Text variant="microcopy">{say.phrase(waiting)}</Text>;
}
