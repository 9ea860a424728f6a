import { Accordion, Flex, Heading, Text } from '@hubspot/ui-extensions';
import type { DriverClaim, Focus } from '../card-contract.ts';
import { describeNeed } from '../describe.ts';
import { useVerdicts } from '../use-verdicts.ts';
import { useSay } from '../viewing.ts';
import { QuoteTile } from './QuoteTile.tsx';
import { VerdictButtons } from './VerdictButtons.tsx';

type Props = { readonly claims: readonly DriverClaim[]; readonly focus: Focus };

/** Two or three needs at most: the first open, the others folded. */
export function OnTheirMind({ claims, focus }: Props) {
  const { verdictOf, give } = useVerdicts(focus);
  if (claims.length === 0) return null;
  return (
    <Flex direction="column" gap="extra-small">
      <Heading>On their mind</Heading>
      {claims.map((claim, place) => (
        <Accordion
          key={claim.driver}
          title={describeNeed(claim)}
          size="xs"
          defaultOpen={place === 0}
          testId={`driver-${claim.driver}`}
        >
          <Claim claim={claim} isFirst={place === 0} />
          <VerdictButtons
            driver={claim.driver}
            verdict={verdictOf(claim)}
            onGive={(verdict) => void give(claim, verdict)}
          />
        </Accordion>
      ))}
    </Flex>
  );
}

/** The first need is the headline's, which has said in a sentence what its quote shows. Other words of theirs are folded: with them the longest cards would say more than 120 words at first sight. */
function Claim({ claim, isFirst }: { readonly claim: DriverClaim; readonly isFirst: boolean }) {
  const say = useSay();
  return (
    <Flex direction="column" gap="extra-small">
      {!isFirst && <Text>{say.phrase(claim.sentence)}</Text>}
      {claim.quotes.slice(0, 1).map((quote) => (
        <QuoteTile key={quote.evidenceId} quote={quote} />
      ))}
      {claim.against && (
        <Accordion title="What speaks against it" size="xs" testId={`against-${claim.driver}`}>
          <Text variant="microcopy">{say.phrase(claim.against)}</Text>
        </Accordion>
      )}
    </Flex>
  );
}
