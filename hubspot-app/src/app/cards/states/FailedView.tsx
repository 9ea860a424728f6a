import { Button, ErrorState, Text } from '@hubspot/ui-extensions';

export function FailedView({ onTryAgain }: { readonly onTryAgain: () => void }) {
  return (
    <ErrorState title="The card could not be loaded">
      <Text>Nothing is lost. Attune did not answer in time.</Text>
      <Button onClick={onTryAgain} testId="try-again">
        Try again
      </Button>
    </ErrorState>
  );
}
