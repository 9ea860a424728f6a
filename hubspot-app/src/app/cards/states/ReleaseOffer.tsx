import { Button, ButtonRow, Flex, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { postRelease } from '../api.ts';
import type { SilentCard } from '../card-contract.ts';
import { usePress } from '../use-press.ts';

type Release = NonNullable<SilentCard['release']>;
type Stage = 'offered' | 'asked' | 'done';

const UNNAMED: Readonly<Record<Release['recordKind'], string>> = {
  contact: 'this person',
  deal: 'this deal',
};

/** Only an admin sees it, and is asked once more: somebody wished not to be analysed. */
export function ReleaseOffer({ release }: { readonly release: Release }) {
  const { isBusy, press } = usePress();
  const [stage, setStage] = useState<Stage>('offered');
  const name = release.name ?? UNNAMED[release.recordKind];
  const letRead = async () => {
    const { recordKind, recordId } = release;
    const worked = await press(async (origin) => {
      await postRelease(origin, { recordKind, recordId });
      return { type: 'success', message: `Attune will read ${name} again.` };
    });
    if (worked) setStage('done');
  };
  if (stage === 'done') return <Released />;
  if (stage === 'offered')
    return (
      <Button size="xs" variant="secondary" testId="release" onClick={() => setStage('asked')}>
        {`Let Attune read ${name} again`}
      </Button>
    );
  return (
    <AskOnceMore
      name={name}
      isBusy={isBusy}
      onYes={() => void letRead()}
      onNo={() => setStage('offered')}
    />
  );
}

function Released() {
  return (
    <Text variant="microcopy" testId="released">
      HubSpot’s field “Do not analyse” is being cleared. The card comes back after Attune has read
      the record again.
    </Text>
  );
}

type AskProps = {
  readonly name: string;
  readonly isBusy: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
};

function AskOnceMore({ name, isBusy, onYes, onNo }: AskProps) {
  return (
    <Flex direction="column" gap="extra-small">
      <Text>
        {`Somebody asked that ${name} is not analysed. Attune would read again what stands in HubSpot and show it on cards.`}
      </Text>
      <ButtonRow disableDropdown>
        <Button
          size="xs"
          variant="primary"
          disabled={isBusy}
          testId="release-yes"
          onClick={() => onYes()}
        >
          Yes, read again
        </Button>
        <Button size="xs" testId="release-no" onClick={() => onNo()}>
          Leave it so
        </Button>
      </ButtonRow>
    </Flex>
  );
}
