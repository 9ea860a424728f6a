import { Button, Flex } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import type { InsightCard } from '../card-contract.ts';
import { BriefPanel } from '../panels/BriefPanel.tsx';
import { MorePanel } from '../panels/MorePanel.tsx';
import { WhyPanel } from '../panels/WhyPanel.tsx';

export function Footer({ card }: { readonly card: InsightCard }) {
  return (
    <Flex direction="row" gap="small">
      <PanelButton label="Brief" panel={<BriefPanel brief={card.brief} />} />
      <PanelButton label="Why" panel={<WhyPanel why={card.why} />} />
      <PanelButton label="More" panel={<MorePanel card={card} />} />
    </Flex>
  );
}

type PanelButtonProps = { readonly label: string; readonly panel: ReactNode };

function PanelButton({ label, panel }: PanelButtonProps) {
  return (
    <Button size="xs" variant="transparent" testId={`open-${label}`} overlay={panel}>
      {label}
    </Button>
  );
}
