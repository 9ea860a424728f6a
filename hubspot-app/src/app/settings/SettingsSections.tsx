import { Divider, Flex, Link } from '@hubspot/ui-extensions';
import { BudgetBar } from './parts/BudgetBar.tsx';
import { Choices } from './parts/Choices.tsx';
import { Connection } from './parts/Connection.tsx';
import { Coverage } from './parts/Coverage.tsx';
import { FirstRun } from './parts/FirstRun.tsx';
import { LastNight } from './parts/LastNight.tsx';
import { Receipts } from './parts/Receipts.tsx';
import type { SettingsView } from './settings-contract.ts';
import type { Actions } from './use-actions.ts';

type Props = {
  readonly view: SettingsView;
  readonly actions: Actions;
  readonly onLookAgain: () => void;
};

/** What needs a person comes first, and what is only worth knowing comes last. */
export function SettingsSections({ view, actions, onLookAgain }: Props) {
  const isNew = view.firstRun.some(({ state }) => state !== 'done');
  // A saved change begins a new draft; another look at the same settings keeps what was typed.
  const draftKey = JSON.stringify(view.settings);
  return (
    <Flex direction="column" gap="large">
      <Connection view={view} actions={actions} />
      {isNew && <FirstRun lines={view.firstRun} onLookAgain={onLookAgain} />}
      <Divider />
      <Choices key={draftKey} view={view} actions={actions} />
      <Divider />
      <LastNight view={view} actions={actions} />
      <BudgetBar view={view} />
      <Coverage view={view} />
      <Receipts view={view} />
      {view.consoleUrl !== null && <Link href={view.consoleUrl}>Open the console</Link>}
    </Flex>
  );
}
