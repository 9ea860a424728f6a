import { Flex, Panel, PanelBody, PanelSection, Text } from '@hubspot/ui-extensions';
import type { Brief } from '../card-contract.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { useSay } from '../viewing.ts';

/** The card read aloud. HubSpot cannot print a panel; copied, it prints anywhere. */
export function BriefPanel({ brief }: { readonly brief: Brief }) {
  const say = useSay();
  const sentences = brief.sentences.map((sentence) => say.phrase(sentence));
  return (
    <Panel id="attune-brief" title="Brief" variant="modal" width="sm" aria-label="Brief">
      <PanelBody>
        <PanelSection>
          <Flex direction="column" gap="small">
            {sentences.map((sentence) => (
              <Text key={sentence}>{sentence}</Text>
            ))}
            <CopyButton what="the brief" text={sentences.join('\n')} />
          </Flex>
        </PanelSection>
      </PanelBody>
    </Panel>
  );
}
