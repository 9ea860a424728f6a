import { Accordion, Flex, Text, Tile } from '@hubspot/ui-extensions';
import type { Quote } from '../card-contract.ts';
import { atAGlance, describeAuthor } from '../describe.ts';
import { OpenSource } from './OpenSource.tsx';

/** Words, at first those of them that can be read at a glance, whose they are, how we know, and the way to where and when they stand. */
export function QuoteTile({ quote }: { readonly quote: Quote }) {
  const glance = atAGlance(quote.shown);
  return (
    <Tile compact testId={`quote-${quote.evidenceId}`}>
      <Flex direction="column" gap="extra-small">
        <Words quote={{ ...quote, shown: glance }} />
        <Text variant="microcopy">{describeAuthor(quote)}</Text>
        <OpenSource source={quote.source} />
        {glance !== quote.shown && (
          <Accordion title="In full" size="xs" testId={`whole-${quote.evidenceId}`}>
            <Words quote={quote} />
          </Accordion>
        )}
      </Flex>
    </Tile>
  );
}

function Words({ quote }: { readonly quote: Quote }) {
  return <Text format={{ italic: quote.status !== 'observed' }}>{inMarks(quote)}</Text>;
}

/** Only words stand in quotation marks; a behaviour does not. */
export function inMarks({ shown, status }: Quote): string {
  return status === 'observed' ? shown : `“${shown}”`;
}
