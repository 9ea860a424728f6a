import { Accordion, Flex, Text, Toggle } from '@hubspot/ui-extensions';
import type { SettingsView, TenantSettings } from '../settings-contract.ts';
import type { Change } from './Choices.tsx';

type Kind = TenantSettings['notRead'][number];
type Props = {
  readonly coverage: SettingsView['coverage'];
  readonly draft: TenantSettings;
  readonly onChange: Change;
};

/** What has a switch and is no kind of record of its own. */
const MORE: readonly { readonly kind: Kind; readonly name: string }[] = [
  { kind: 'transcript', name: 'call transcripts' },
  { kind: 'responses', name: 'opened and clicked mailings, pages seen and forms filled in' },
];

export function KindSwitches({ coverage, draft, onChange }: Props) {
  const kinds = coverage.flatMap((line) =>
    line.switch === null ? [] : [{ kind: line.switch, name: line.name }],
  );
  const set = (kind: Kind, isRead: boolean) => {
    const others = draft.notRead.filter((each) => each !== kind);
    onChange({ notRead: isRead ? others : [...others, kind] });
  };
  return (
    <Accordion title="What Attune reads" size="sm">
      <Flex direction="column" gap="extra-small">
        <Text variant="microcopy">What is switched off here is not read any more.</Text>
        {[...kinds, ...MORE].map(({ kind, name }) => (
          <Toggle
            key={kind}
            name={`kind-${kind}`}
            label={name}
            labelDisplay="inline"
            checked={!draft.notRead.includes(kind)}
            onChange={(isRead) => set(kind, isRead)}
          />
        ))}
      </Flex>
    </Accordion>
  );
}
