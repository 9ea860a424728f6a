import { Button, Flex, Heading, ProgressBar, Text } from '@hubspot/ui-extensions';
import type { SettingsView } from '../settings-contract.ts';
import type { Actions } from '../use-actions.ts';
import { count, describeNight, moment, percent } from '../words.ts';

type Props = { readonly view: SettingsView; readonly actions: Actions };

export function LastNight({ view, actions }: Props) {
  const { lastNight, nextNightAt, lag, timeZone } = view;
  const at = (instant: string) => moment(instant, timeZone);
  return (
    <Flex direction="column" gap="small">
      <Heading>Last night</Heading>
      <Text testId="last-night">
        {lastNight === null
          ? 'None yet. The first one begins as soon as a pipeline is chosen.'
          : `Began ${at(lastNight.startedAt)}. ${describeNight(lastNight)}`}
      </Text>
      {lastNight !== null && <Text variant="microcopy">{counts(lastNight)}</Text>}
      <PastBar view={view} />
      {nextNightAt !== null && <Text>{`The next night begins ${at(nextNightAt)}.`}</Text>}
      <Text variant="microcopy" testId="lag">
        {lag.oldestWaitingSince === null
          ? 'No known change waits to be read.'
          : `${count(lag.waiting)} known changes wait to be read, the oldest since ${at(lag.oldestWaitingSince)}.`}
      </Text>
      <Button
        size="sm"
        disabled={actions.isBusy}
        testId="read-now"
        onClick={() => void actions.readNow()}
      >
        Read now
      </Button>
    </Flex>
  );
}

function counts({
  records,
  activities,
  readings,
  cards,
  calls,
}: NonNullable<SettingsView['lastNight']>) {
  return `${count(records)} records, ${count(activities)} of them activities; ${count(readings)} things found in what buyers said; ${count(cards)} cards; ${count(calls)} HubSpot calls`;
}

/** The past follows behind the first cards. */
function PastBar({ view: { backfill, timeZone } }: Pick<Props, 'view'>) {
  if (backfill === null) return null;
  const end =
    backfill.doneAround === null
      ? 'It is too early to say until when'
      : `Done around ${moment(backfill.doneAround, timeZone)}`;
  return (
    <ProgressBar
      title={`Your past is being read: ${percent(backfill.share)}`}
      aria-label="How much of the past has been read"
      value={Math.floor(backfill.share * 100)}
      maxValue={100}
      valueDescription={end}
    />
  );
}
