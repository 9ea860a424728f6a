import { createController, RemoteRenderer } from '@remote-ui/react/host';
import { useContext, useEffect, useState, type ComponentType } from 'react';
import type { DesignedState } from '../designed-states/designed-states.ts';
import { DeskContext } from '../kit/desk.ts';
import { KIT } from '../kit/kit.ts';
import { answerAsDesigned } from './answer-as-designed.ts';
import { performAction } from './perform-action.ts';
import { runCard, type RunningCard } from './run-card.ts';
import { signedFetch, type Subject, type Viewer } from '../page/sandbox-client.ts';
import type { CardContext, FetchAnswer, FetchOptions } from './worker.ts';

type Props = {
  readonly subject: Subject;
  readonly viewer: Viewer;
  /** Null: the real card of this record. */
  readonly state: DesignedState | null;
  /** Counts up when the record has changed: the card is asked for again. */
  readonly version: number;
};

/** How long a card may take before what stood there gives way to its spinner. */
const PATIENCE_MS = 400;
/** From the server's answer to the drawn card. */
const DRAWING_MS = 60;

const TYPE_IDS: Readonly<Record<Subject['recordKind'], string>> = {
  deal: '0-3',
  contact: '0-1',
  company: '0-2',
};

// The renderer knows components by name only; their properties were checked where they were written.
const controller = createController(KIT as unknown as Record<string, ComponentType>);

/** This designed state is one of another kind of record. */
const asCompany = (subject: Subject): Subject => ({ ...subject, recordKind: 'company' });

/** The real bundle of the card, in a worker of its own; an older card stays in sight until the new one is drawn. */
export function HostedCard({ subject, viewer, state, version }: Props) {
  const desk = useContext(DeskContext);
  const [card, setCard] = useState<RunningCard | null>(null);
  useEffect(() => {
    const answer = state === null ? asViewer(viewer) : answerAsDesigned(state);
    const show = () => setCard(running);
    const patience = setTimeout(show, PATIENCE_MS);
    const running = runCard({
      context: toContext(state === 'company' ? asCompany(subject) : subject, viewer),
      answerFetch: (url, options) =>
        answer(url, options).finally(() => setTimeout(show, DRAWING_MS)),
      act: async (name, args) => performAction(desk, name, args),
    });
    return () => {
      clearTimeout(patience);
      running.stop();
    };
  }, [desk, subject, viewer, state, version]);
  return card && <RemoteRenderer controller={controller} receiver={card.receiver} />;
}

/** HubSpot's side of `hubspot.fetch`: it adds who acts, and signs. */
function asViewer(viewer: Viewer) {
  return (url: string, { method = 'GET', body }: FetchOptions): Promise<FetchAnswer> =>
    signedFetch({
      url,
      method: method === 'POST' ? 'POST' : 'GET',
      viewerUserId: viewer.userId,
      ...(body === undefined ? {} : { body }),
    });
}

function toContext({ recordKind, recordId }: Subject, viewer: Viewer): CardContext {
  return {
    location: 'crm.record.sidebar',
    crm: { objectId: Number(recordId), objectTypeId: TYPE_IDS[recordKind] },
    variables: { APP_ORIGIN: window.location.origin },
    user: {
      id: Number(viewer.userId),
      email: viewer.email,
      emails: [],
      teams: [],
      permissions: [],
    },
    portal: { id: 0, timezone: 'Europe/London' },
  };
}
