import { LoadingSpinner, useExtensionContext } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { Card } from './card-contract.ts';
import { EmptyView } from './EmptyView.tsx';
import { EndedView } from './EndedView.tsx';
import { InsightView } from './InsightView.tsx';
import { originOf } from './origin-of.ts';
import { FailedView } from './states/FailedView.tsx';
import { SilentView } from './states/SilentView.tsx';
import { UnknownRecordView } from './states/UnknownRecordView.tsx';
import { spokenOf, toRecordKind } from './record-kind.ts';
import { useCard } from './use-card.ts';
import { ViewingContext } from './viewing.ts';

/** The viewer's own time zone, as their browser knows it. */
const viewerTimeZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The card of the open record: one request, then the view of its state. */
export function CardView() {
  const { crm, variables } = useExtensionContext<'crm.record.sidebar'>();
  const [choice, setChoice] = useState<string | null>(null);
  const { state, tryAgain } = useCard({
    origin: originOf(variables),
    recordKind: toRecordKind(crm.objectTypeId),
    recordId: String(crm.objectId),
    choice,
  });
  if (state.kind === 'loading')
    return <LoadingSpinner label="Reading the card" showLabel layout="centered" />;
  if (state.kind === 'failed') return <FailedView onTryAgain={tryAgain} />;
  if (state.kind === 'unknown_record') return <UnknownRecordView />;
  const { card, now } = state;
  const focus = 'focus' in card ? card.focus : null;
  const chooses = toRecordKind(crm.objectTypeId) === 'deal' ? 'person' : 'deal';
  const place = { now, timeZone: viewerTimeZone(), reload: tryAgain, chooses } as const;
  return (
    <ViewingContext.Provider value={{ ...place, ...spokenOf(crm, focus) }}>
      <CardOf card={card} onChoose={setChoice} />
    </ViewingContext.Provider>
  );
}

type CardOfProps = { readonly card: Card; readonly onChoose: (choice: string) => void };

function CardOf({ card, onChoose }: CardOfProps) {
  switch (card.kind) {
    case 'insight':
      return <InsightView card={card} onChoose={onChoose} />;
    case 'ended':
      return <EndedView card={card} onChoose={onChoose} />;
    case 'empty':
      return <EmptyView card={card} onChoose={onChoose} />;
    case 'do_not_analyse':
    case 'no_permission':
      return <SilentView card={card} />;
  }
}
