import { Flex, Heading, ProgressBar, Text } from '@hubspot/ui-extensions';
import type { SettingsView } from '../settings-contract.ts';
import { count, moment } from '../words.ts';

type Props = { readonly view: Pick<SettingsView, 'budget' | 'timeZone'> };

export function BudgetBar({ view: { budget, timeZone } }: Props) {
  const { dailyCalls, usedToday, usedForVisitors, resetsAt, errorShare } = budget;
  const isSpent = usedToday >= dailyCalls;
  return (
    <Flex direction="column" gap="small">
      <Heading>HubSpot calls today</Heading>
      <ProgressBar
        title={`${count(usedToday)} of ${count(dailyCalls)}`}
        aria-label="HubSpot calls used today"
        value={Math.min(usedToday, dailyCalls)}
        maxValue={dailyCalls}
        variant={isSpent ? 'warning' : 'success'}
        valueDescription={`${count(usedForVisitors)} of them for people who waited`}
      />
      <Text variant="microcopy">
        {`Counted anew from ${moment(resetsAt, timeZone)}, ${timeZone}.${errorWords(errorShare)}`}
      </Text>
    </Flex>
  );
}

function errorWords(errorShare: number | null): string {
  if (errorShare === null) return '';
  if (errorShare === 0) return ' None met an error.';
  return ` ${(errorShare * 100).toLocaleString('en-GB', { maximumFractionDigits: 1 })} % met an error.`;
}
