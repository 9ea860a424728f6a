import { Button, Flex, Text } from '@hubspot/ui-extensions';
import { postDoNotAnalyse } from '../api.ts';
import type { Focus } from '../card-contract.ts';
import type { PostDoNotAnalyseBody } from '../press-contract.ts';
import { usePress } from '../use-press.ts';
import { useViewing } from '../viewing.ts';

/** No reason is asked for; it holds at once, here and in the field of the same name. */
export function DoNotAnalyseTab({ focus: { person, deal } }: { readonly focus: Focus }) {
  return (
    <Flex direction="column" gap="small">
      <Text>
        Attune stops reading at once and removes what it held. Only an admin can undo this.
      </Text>
      <SilenceButton name={person.name} record={{ recordKind: 'contact', recordId: person.id }} />
      {deal && (
        <SilenceButton name={deal.name} record={{ recordKind: 'deal', recordId: deal.id }} />
      )}
    </Flex>
  );
}

type SilenceProps = { readonly name: string; readonly record: PostDoNotAnalyseBody };

function SilenceButton({ name, record }: SilenceProps) {
  const { isBusy, press } = usePress();
  const { reload } = useViewing();
  const silence = async () => {
    const worked = await press(async (origin) => {
      await postDoNotAnalyse(origin, record);
      return { type: 'success', message: `${name} is no longer analysed.` };
    });
    if (worked) reload();
  };
  return (
    <Button
      variant="destructive"
      size="sm"
      disabled={isBusy}
      testId={`do-not-analyse-${record.recordKind}`}
      onClick={() => void silence()}
    >
      {`Do not analyse ${name}`}
    </Button>
  );
}
