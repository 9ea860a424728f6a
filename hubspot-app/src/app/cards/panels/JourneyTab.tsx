import {
  Flex,
  LineChart,
  StepIndicator,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { JourneyPoint, StageChip } from '../card-contract.ts';
import { useSay } from '../viewing.ts';
import { STAGE_ORDER, STAGE_WORDS } from '../words.ts';

type Props = {
  readonly journey: readonly JourneyPoint[];
  readonly stage: StageChip;
  readonly until: string;
};

/** Where the buyer stands, how they came there, and the same as a table for those who do not see the chart. */
export function JourneyTab({ journey, stage, until }: Props) {
  if (journey.length === 0) return <Text>No stage has been clear so far.</Text>;
  return (
    <Flex direction="column" gap="medium">
      {stage.stage && (
        <StepIndicator
          variant="compact"
          stepNames={STAGE_ORDER.map((each) => STAGE_WORDS[each])}
          currentStep={STAGE_ORDER.indexOf(stage.stage)}
        />
      )}
      {journey.length > 1 && <JourneyChart journey={journey} until={until} />}
      <JourneyTable journey={journey} />
    </Flex>
  );
}

function JourneyChart({ journey, until }: Pick<Props, 'journey' | 'until'>) {
  const rows = chartRows(journey, until);
  return (
    <LineChart
      data={rows}
      axes={{
        x: { field: 'day', fieldType: 'datetime', label: 'Day' },
        y: { field: 'stage', fieldType: 'linear', label: 'Stage' },
      }}
      options={{ title: 'Stage over time (1 Awareness to 4 Retention)', showTooltips: true }}
    />
  );
}

/** Each change is drawn as a step: the old stage holds until the very day of the new one. */
export function chartRows(journey: readonly JourneyPoint[], until: string) {
  const level = (point: JourneyPoint) => STAGE_ORDER.indexOf(point.stage) + 1;
  return journey.flatMap((point, place) => {
    const end = journey[place + 1]?.from ?? until;
    return [
      { day: Date.parse(point.from), stage: level(point) },
      { day: Math.max(Date.parse(point.from), Date.parse(end) - 1), stage: level(point) },
    ];
  });
}

function JourneyTable({ journey }: Pick<Props, 'journey'>) {
  const say = useSay();
  return (
    <Table density="compact" flush>
      <TableHead>
        <TableRow>
          <TableHeader>Stage</TableHeader>
          <TableHeader>Since</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {journey.map((point) => (
          <TableRow key={point.from}>
            <TableCell>{STAGE_WORDS[point.stage]}</TableCell>
            <TableCell>{`${say.day(point.from)} (${say.ago(point.from)})`}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
