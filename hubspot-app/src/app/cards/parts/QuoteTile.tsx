import { Flex, Text, Tile } from '@hubspot/ui-extensions';
import type { ConfidenceWord, Quote } from '../card-contract.ts';
import { STATUS_WORDS } from '../words.ts';
import { OpenSource } from './OpenSource.tsx';

interface Props {
  readonly quote: Quote;
  /** The confidence word above it, where there is one. */
  readonly under?: ConfidenceWord;
}

/** Words, whose they are, how we know, and the way to where and when they stand. */
export function QuoteTile({ quote, under }: Props) {
  const facts = [quote.author];
  // Under a need that is called Said, nobody wonders how we know.
  if (quote.status !== 'said' || under !== 'said') facts.push(STATUS_WORDS[quote.status]);
  if (quote.shared) facts.push('not tied to one deal');
  return (
    <Tile compact testId={`quote-${quote.evidenceId}`}>
      <Flex direction="column" gap="extra-small">
        <Text format={{ italic: quote.status !== 'observed' }}>{inMarks(quote)}</Text>
        <Text variant="microcopy">{facts.join(', ')}</Text>
        <OpenSource source={quote.source} />
      </Flex>
    </Tile>
  );
}

/** Only words stand in quotation marks; a behaviour does not. */
export function inMarks({ shown, status }: Quote): string {
  return status === 'observed' ? shown : `“${shown}”`;
}
