import { Divider, Flex } from '@hubspot/ui-extensions';
import type { InsightCard } from './card-contract.ts';
import { Chips } from './parts/Chips.tsx';
import { FocusChoice } from './parts/FocusChoice.tsx';
import { Footer } from './parts/Footer.tsx';
import { Headline } from './parts/Headline.tsx';
import { NextStep } from './parts/NextStep.tsx';
import { Notices } from './parts/Notices.tsx';
import { OnTheirMind } from './parts/OnTheirMind.tsx';
import { Prompts } from './parts/Prompts.tsx';
import { StillOpen } from './parts/StillOpen.tsx';
import { Waiting } from './parts/Waiting.tsx';

type Props = { readonly card: InsightCard; readonly onChoose: (choice: string) => void };

/** The order is the promise: headline, chips and next step stand in the first 400 px of a 320 px sidebar. */
export function InsightView({ card, onChoose }: Props) {
  return (
    <Flex direction="column" gap="small">
      <Flex direction="column" gap="extra-small">
        <Headline text={card.headline} />
        <FocusChoice focus={card.focus} onChoose={onChoose} />
        <Chips focus={card.focus} stage={card.stage} updatedAt={card.updatedAt} />
        <Notices notices={card.notices} />
      </Flex>
      <NextStep step={card.nextStep} alternatives={card.alternatives} focus={card.focus} />
      <Waiting waiting={card.focus.waiting} />
      <Divider />
      <OnTheirMind claims={card.drivers} focus={card.focus} />
      <StillOpen concerns={card.concerns} more={card.moreConcerns} />
      <Prompts prompts={card.prompts} />
      <Divider />
      <Footer card={card} />
    </Flex>
  );
}
