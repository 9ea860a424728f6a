import {
  Alert,
  Button,
  ButtonRow,
  Flex,
  Heading,
  Link,
  StatusTag,
  Text,
} from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { SettingsView } from '../settings-contract.ts';
import type { Actions } from '../use-actions.ts';
import { CONNECTION_STATES, moment } from '../words.ts';

type Props = { readonly view: SettingsView; readonly actions: Actions };

export function Connection({ view, actions }: Props) {
  const { state, since, reason, reconnectUrl } = view.connection;
  const { variant, word } = CONNECTION_STATES[state];
  return (
    <Flex direction="column" gap="small">
      <Heading>Connection</Heading>
      <Flex direction="row" gap="small" align="center" wrap>
        <StatusTag variant={variant} testId="connection-state">
          {word}
        </StatusTag>
        <Text variant="microcopy" inline>{`since ${moment(since, view.timeZone)}`}</Text>
        {reconnectUrl !== null && (
          <Link href={{ url: reconnectUrl, external: true }}>Reconnect</Link>
        )}
        {state !== 'disconnected' && <DisconnectButton actions={actions} />}
      </Flex>
      {reason !== null && <Text testId="connection-reason">{reason}</Text>}
    </Flex>
  );
}

/** Asked once more, because HubSpot gives the key only to somebody who signs in again. */
function DisconnectButton({ actions }: Pick<Props, 'actions'>) {
  const [isAsked, setAsked] = useState(false);
  if (!isAsked)
    return (
      <Button size="xs" variant="transparent" testId="disconnect" onClick={() => setAsked(true)}>
        Disconnect
      </Button>
    );
  return (
    <Alert title="Disconnect Attune from this account?" variant="warning">
      <Text>
        Nothing is read any more and every card goes. The key is given back to HubSpot and wiped.
      </Text>
      <ButtonRow>
        <Button
          size="xs"
          variant="destructive"
          disabled={actions.isBusy}
          testId="disconnect-yes"
          onClick={() => void actions.disconnect()}
        >
          Yes, disconnect
        </Button>
        <Button size="xs" onClick={() => setAsked(false)}>
          Stay connected
        </Button>
      </ButtonRow>
    </Alert>
  );
}
