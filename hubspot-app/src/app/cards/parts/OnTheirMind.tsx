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
          <Claim claim={claim} />
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

function Claim({ claim }: { readonly claim: DriverClaim }) {
  const say = useSay();
  return (
    <Flex direction="column" gap="extra-small">
      <Text>{say.phrase(claim.sentence)}</Text>
      {claim.quotes.slice(0, 1).map((quote) => (
        <QuoteTile key={quote.evidenceId} quote={quote} />
      ))}
      {claim.against && (
        <Text variant="microcopy">{`Against it: ${say.phrase(claim.against)}`}</Text>
      )}
    </Flex>
  );
}
