import { Button, Flex, Text } from '@hubspot/ui-extensions';
import { postRefresh } from '../api.ts';
import type { CoveragePanel } from '../card-contract.ts';
import type { PostRefreshResponse } from '../press-contract.ts';
import { usePress, type Told } from '../use-press.ts';
import { useSay } from '../viewing.ts';

export function CoverageTab({ coverage }: { readonly coverage: CoveragePanel }) {
  const say = useSay();
  const synced =
    coverage.syncedAt === null
      ? 'Not read completely so far.'
      : `Read completely ${say.ago(coverage.syncedAt)}.`;
  return (
    <Flex direction="column" gap="small">
      <Text>{coverage.sentence}</Text>
      <Text>{synced}</Text>
      <RefreshButton />
    </Flex>
  );
}

const TOLD: Readonly<Record<PostRefreshResponse['state'], Told>> = {
  started: {
    type: 'success',
    message: 'Attune reads this record again. Open it once more in a minute to see what is new.',
  },
  too_soon: {
    type: 'info',
    message: 'This record was read less than a minute ago. Please try again shortly.',
  },
};

function RefreshButton() {
  const { isBusy, press } = usePress();
  const refresh = () =>
    press(async (origin, record) => TOLD[(await postRefresh(origin, record)).state]);
  return (
    <Button
      size="xs"
      variant="transparent"
      disabled={isBusy}
      testId="refresh"
      onClick={() => void refresh()}
    >
      Read this record again
    </Button>
  );
}
