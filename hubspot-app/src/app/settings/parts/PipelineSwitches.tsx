import { Flex, Heading, Text, Toggle } from '@hubspot/ui-extensions';
import type { SettingsView, TenantSettings } from '../settings-contract.ts';
import { count } from '../words.ts';
import type { Change } from './Choices.tsx';

type Props = {
  readonly view: SettingsView;
  readonly draft: TenantSettings;
  readonly onChange: Change;
};

export function PipelineSwitches({ view: { pipelines }, draft, onChange }: Props) {
  const choose = (id: string, isChosen: boolean) => {
    const others = draft.pipelineIds.filter((each) => each !== id);
    onChange({ pipelineIds: isChosen ? [...others, id] : others });
  };
  return (
    <Flex direction="column" gap="extra-small">
      <Heading>Whose deals Attune reads</Heading>
      <Text variant="microcopy">
        All off until you choose. What was read of a pipeline goes as soon as it is switched off.
      </Text>
      {pipelines.length === 0 && <Text>HubSpot has not told us your pipelines yet.</Text>}
      {pipelines.map(({ id, label, openDeals }) => (
        <Toggle
          key={id}
          name={`pipeline-${id}`}
          label={openDeals === null ? label : `${label}, ${openDealsWords(openDeals)}`}
          labelDisplay="inline"
          checked={draft.pipelineIds.includes(id)}
          onChange={(isChosen) => choose(id, isChosen)}
        />
      ))}
    </Flex>
  );
}

function openDealsWords(openDeals: number): string {
  return openDeals === 1 ? '1 open deal' : `${count(openDeals)} open deals`;
}
