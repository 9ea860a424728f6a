import { Button, Flex, Heading, Link, StatusTag, Text, Tile } from '@hubspot/ui-extensions';
import type { SettingsView } from '../settings-contract.ts';
import { STEP_STATES, STEP_WORDS } from '../words.ts';

type Lines = SettingsView['firstRun'];
type Props = { readonly lines: Lines; readonly onLookAgain: () => void };

/** Nobody ticks anything: each step looks for itself. It goes when all is done. */
export function FirstRun({ lines, onLookAgain }: Props) {
  const done = lines.filter(({ state }) => state === 'done').length;
  return (
    <Tile testId="first-run">
      <Flex direction="column" gap="small">
        <Flex direction="row" gap="small" align="center" justify="between">
          <Heading>{`First steps: ${done} of ${lines.length} done`}</Heading>
          <Button size="xs" variant="transparent" testId="look-again" onClick={onLookAgain}>
            Look again
          </Button>
        </Flex>
        {lines.map((line) => (
          <Step key={line.step} line={line} />
        ))}
      </Flex>
    </Tile>
  );
}

function Step({ line: { step, state, sentence, link } }: { readonly line: Lines[number] }) {
  const { variant, word } = STEP_STATES[state];
  return (
    <Flex direction="column" gap="flush">
      <Flex direction="row" gap="small" align="center">
        <Text format={{ fontWeight: 'demibold' }} inline>
          {STEP_WORDS[step]}
        </Text>
        <StatusTag variant={variant} testId={`step-${step}`}>
          {word}
        </StatusTag>
      </Flex>
      <Text>{sentence}</Text>
      {link !== null && <Link href={{ url: link.href, external: true }}>{link.label}</Link>}
    </Flex>
  );
}
