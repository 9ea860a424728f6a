import { Button, Flex, Heading, Image, Link, StatusTag, Text, Tile } from '@hubspot/ui-extensions';
import { PLACE_THE_CARD } from '../pictures.ts';
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

type Linked = Pick<Lines[number], 'link'>;

/** Drawn by us: HubSpot's own pages look a little different in each account. */
function WhereTheCardGoes({ link }: Linked) {
  return (
    <Image
      src={PLACE_THE_CARD}
      width={360}
      alt="A deal in HubSpot: first Customize above the sidebar, then Add cards, then Attune stands there."
      testId="where-the-card-goes"
      {...(link === null ? {} : { href: { url: link.href, external: true } })}
    />
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
      {step === 'card_placed' && state !== 'done' && <WhereTheCardGoes link={link} />}
      {link !== null && <Link href={{ url: link.href, external: true }}>{link.label}</Link>}
    </Flex>
  );
}
