import {
  Button,
  EmptyState,
  ErrorState,
  LoadingSpinner,
  Text,
  useExtensionContext,
} from '@hubspot/ui-extensions';
import { originOf } from './origin-of.ts';
import { SettingsSections } from './SettingsSections.tsx';
import { useActions } from './use-actions.ts';
import { useSettings } from './use-settings.ts';

/** One request, then the account as it stands. */
export function SettingsPageView() {
  const { variables } = useExtensionContext<'settings'>();
  const origin = originOf(variables);
  const { state, lookAgain } = useSettings(origin);
  const actions = useActions(origin, lookAgain);
  switch (state.kind) {
    case 'loading':
      return <LoadingSpinner label="Looking how Attune is doing" showLabel layout="centered" />;
    case 'failed':
      return (
        <ErrorState title="The settings could not be loaded">
          <Text>Attune’s server did not answer. Nothing was changed.</Text>
          <Button onClick={lookAgain}>Try again</Button>
        </ErrorState>
      );
    case 'not_allowed':
      return (
        <EmptyState title="These settings are for admins" layout="vertical">
          <Text>
            The person who installed Attune and your super admins can see and change them.
          </Text>
        </EmptyState>
      );
    case 'ready':
      return <SettingsSections view={state.view} actions={actions} onLookAgain={lookAgain} />;
  }
}
