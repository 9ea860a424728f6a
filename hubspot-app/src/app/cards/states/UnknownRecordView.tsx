import { EmptyState, Text } from '@hubspot/ui-extensions';

export function UnknownRecordView() {
  return (
    <EmptyState title="Not read yet" layout="vertical" imageName="contacts" flush>
      <Text>Attune reads a new record at its next change, or tonight.</Text>
    </EmptyState>
  );
}
