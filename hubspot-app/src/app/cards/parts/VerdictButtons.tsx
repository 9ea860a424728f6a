import { Button, ButtonRow } from '@hubspot/ui-extensions';
import type { Driver } from '../card-contract.ts';
import type { Verdict } from '../use-verdicts.ts';

type Props = {
  readonly driver: Driver;
  readonly verdict: Verdict | null;
  readonly onGive: (verdict: Verdict) => void;
};

const LABELS = [
  { verdict: 'right', label: 'Right', given: 'Right, noted' },
  { verdict: 'not_right', label: 'Not right', given: 'Not right, noted' },
] as const;

/** The rep may change their mind: only the given answer is at rest. */
export function VerdictButtons({ driver, verdict, onGive }: Props) {
  return (
    <ButtonRow disableDropdown>
      {LABELS.map((each) => (
        <Button
          key={each.verdict}
          size="xs"
          variant="secondary"
          disabled={verdict === each.verdict}
          testId={`${each.verdict}-${driver}`}
          onClick={() => onGive(each.verdict)}
        >
          {verdict === each.verdict ? each.given : each.label}
        </Button>
      ))}
    </ButtonRow>
  );
}
