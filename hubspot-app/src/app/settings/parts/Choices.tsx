import { Button, Flex, Heading, NumberInput, Select, Text, Toggle } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { SettingsView, TenantSettings } from '../settings-contract.ts';
import type { Actions } from '../use-actions.ts';
import { hourWord } from '../words.ts';
import { KindSwitches } from './KindSwitches.tsx';
import { PipelineSwitches } from './PipelineSwitches.tsx';

type Props = { readonly view: SettingsView; readonly actions: Actions };

const HOURS = Array.from({ length: 24 }, (_, hour) => ({ label: hourWord(hour), value: hour }));
/** As the server holds them. */
const FEWEST_CALLS = 100;
const MOST_CALLS = 1_000_000;

export type Change = (changed: Partial<TenantSettings>) => void;

/** Everything an admin decides; nothing is sent before Save. */
export function Choices({ view, actions }: Props) {
  const [draft, setDraft] = useState(view.settings);
  const change: Change = (changed) => setDraft((before) => ({ ...before, ...changed }));
  const isSame = JSON.stringify(draft) === JSON.stringify(view.settings);
  const isPossible = draft.dailyCalls >= FEWEST_CALLS && draft.dailyCalls <= MOST_CALLS;
  return (
    <Flex direction="column" gap="medium">
      <PipelineSwitches view={view} draft={draft} onChange={change} />
      <KindSwitches coverage={view.coverage} draft={draft} onChange={change} />
      <NightAndCalls draft={draft} timeZone={view.timeZone} onChange={change} />
      <WriteBack draft={draft} onChange={change} />
      <Flex direction="row" gap="small" align="center">
        <Button
          variant="primary"
          disabled={!isPossible || actions.isBusy}
          testId="save"
          onClick={() => void actions.save(draft)}
        >
          Save
        </Button>
        {!isSame && <Text variant="microcopy">Not saved yet</Text>}
      </Flex>
    </Flex>
  );
}

type PartProps = { readonly draft: TenantSettings; readonly onChange: Change };

function NightAndCalls({ draft, timeZone, onChange }: PartProps & { readonly timeZone: string }) {
  return (
    <Flex direction="row" gap="medium" wrap>
      <Select
        label="The night begins at"
        name="night-hour"
        description={`By this account’s clock, ${timeZone}`}
        value={draft.nightHour}
        options={HOURS}
        onChange={(hour) => onChange({ nightHour: Number(hour) })}
      />
      <NumberInput
        label="HubSpot calls a day, at most"
        name="daily-calls"
        description="A tenth is kept for people who wait: opening a card, Refresh, news from HubSpot"
        value={draft.dailyCalls}
        min={FEWEST_CALLS}
        max={MOST_CALLS}
        onChange={(calls) => onChange({ dailyCalls: Math.round(calls) })}
      />
    </Flex>
  );
}

function WriteBack({ draft, onChange }: PartProps) {
  return (
    <Flex direction="column" gap="extra-small">
      <Heading>Write back to HubSpot</Heading>
      <Toggle
        label="Keep Attune’s own fields on deals and contacts up to date"
        labelDisplay="inline"
        name="write-back"
        checked={draft.writeBack}
        onChange={(writeBack) => onChange({ writeBack })}
      />
      <Text variant="microcopy">
        Stage, top need, next step and open concerns, as counts and need words, never the buyer’s
        own words. No field of yours is touched.
      </Text>
    </Flex>
  );
}
