import { Flex, Text, Tile } from '@hubspot/ui-extensions';
import type { Quote } from '../card-contract.ts';
import { STATUS_WORDS } from '../words.ts';
import { OpenSource } from './OpenSource.tsx';

/** Words, whose they are, how we know, and the way to where and when they stand. */
export function QuoteTile({ quote }: { readonly quote: Quote }) {
  const facts = [quote.author, STATUS_WORDS[quote.status]];
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
