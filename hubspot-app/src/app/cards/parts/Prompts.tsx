import { Accordion, Flex, Text } from '@hubspot/ui-extensions';
import type { InsightCard, PromptLine } from '../card-contract.ts';
import { useSay } from '../viewing.ts';
import { CopyButton } from './CopyButton.tsx';

const KINDS = [
  { kind: 'understand', label: 'Understand' },
  { kind: 'feel', label: 'Feel' },
  { kind: 'act', label: 'Do' },
] as const;

type Props = { readonly prompts: InsightCard['prompts'] };

/** One sentence of each kind, ready to copy, and what would hurt here. */
export function Prompts({ prompts }: Props) {
  const say = useSay();
  const shown = KINDS.flatMap(({ kind, label }) => {
    const prompt = prompts[kind];
    return prompt === null ? [] : [{ label, prompt }];
  });
  if (shown.length === 0 && prompts.avoid === null) return null;
  return (
    <Accordion title="What helps" size="xs" testId="prompts">
      <Flex direction="column" gap="small">
        {shown.map(({ label, prompt }) => (
          <Prompt key={prompt.id} label={label} prompt={prompt} />
        ))}
        {prompts.avoid && (
          <Flex direction="column" gap="flush">
            <Text format={{ fontWeight: 'demibold' }}>Avoid</Text>
            <Text>{say.phrase(prompts.avoid.text)}</Text>
          </Flex>
        )}
      </Flex>
    </Accordion>
  );
}

type PromptProps = { readonly label: string; readonly prompt: PromptLine };

function Prompt({ label, prompt }: PromptProps) {
  const say = useSay();
  const text = say.phrase(prompt.text);
  return (
    <Flex direction="column" gap="flush">
      <Flex direction="row" justify="between" align="center">
        <Text format={{ fontWeight: 'demibold' }}>{label}</Text>
        <CopyButton what={label} text={text} />
      </Flex>
      <Text>{text}</Text>
    </Flex>
  );
}
