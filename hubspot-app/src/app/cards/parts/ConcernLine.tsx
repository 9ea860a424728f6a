import { Flex, Text } from '@hubspot/ui-extensions';
import type { OpenConcern } from '../card-contract.ts';
import { describeAuthor } from '../describe.ts';
import { renderMoment } from '../render-moment.ts';
import { useSay, useViewing } from '../viewing.ts';
import { inMarks } from './QuoteTile.tsx';
import { OpenSource } from './OpenSource.tsx';

type Props = {
  readonly concern: OpenConcern;
  /** When it stopped ageing, for an ended deal; null while it is open. */
  readonly until: string | null;
};

export function ConcernLine({ concern, until }: Props) {
  const say = useSay();
  const { now, timeZone } = useViewing();
  const end = until === null ? now : new Date(until);
  const age = renderMoment({ at: concern.raisedAt, as: 'age' }, { now: end, timeZone });
  return (
    <Flex direction="column" gap="flush">
      <Text format={{ fontWeight: 'demibold' }}>{say.phrase(concern.text)}</Text>
      <Text variant="microcopy">
        {`${until === null ? '' : 'open for '}${age}${timesRaised(concern.timesRaised)}`}
      </Text>
      <Text format={{ italic: true }}>{inMarks(concern.quote)}</Text>
      <Text variant="microcopy">{describeAuthor(concern.quote)}</Text>
      <OpenSource source={concern.quote.source} />
    </Flex>
  );
}

function timesRaised(times: number): string {
  if (times === 1) return '';
  return times === 2 ? ', raised twice' : `, raised ${times} times`;
}
