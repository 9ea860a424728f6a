import { createController, RemoteRenderer } from '@remote-ui/react/host';
import { useContext, useEffect, useState, type ComponentType } from 'react';
import { DeskContext, type Desk } from '../kit/desk.ts';
import { KIT } from '../kit/kit.ts';
import { signedFetch } from '../page/sandbox-client.ts';
import { performAction } from './perform-action.ts';
import { runCard, type RunningCard } from './run-card.ts';
import type { FetchAnswer, FetchOptions } from './worker.ts';

/** Who installed Attune in the sandbox: the stand-in's own administrator. */
const ADMIN_USER_ID = '9001';

// The renderer knows components by name only; their properties were checked where they were written.
const controller = createController(KIT as unknown as Record<string, ComponentType>);

/** The real bundle of the settings page, as the person who installed Attune sees it. */
export function HostedSettings() {
  const desk = useContext(DeskContext);
  const [page, setPage] = useState<RunningCard | null>(null);
  useEffect(() => {
    const running = runCard({
      bundle: 'cards/SettingsPage.js',
      context: toContext(),
      answerFetch: (url, options) => answer(desk, url, options),
      act: async (name, args) => performAction(desk, name, args),
    });
    setPage(running);
    return () => running.stop();
  }, [desk]);
  return page && <RemoteRenderer controller={controller} receiver={page.receiver} />;
}

const toContext = () =>
  ({
    location: 'settings',
    variables: { APP_ORIGIN: window.location.origin },
    user: { id: Number(ADMIN_USER_ID), email: '', emails: [], teams: [], permissions: [] },
    portal: { id: 0, timezone: 'Europe/London' },
  }) as const;

/** A sandbox without its CRM would be an empty page, so this one wish is not granted. */
async function answer(
  desk: Desk,
  url: string,
  { method, body }: FetchOptions,
): Promise<FetchAnswer> {
  if (url.endsWith('/disconnect')) {
    desk.announce({ tone: 'info', title: 'The sandbox stays connected.', lines: [] });
    return { status: 409, body: '{}' };
  }
  return signedFetch({
    url,
    method: method === 'POST' ? 'POST' : 'GET',
    viewerUserId: ADMIN_USER_ID,
    ...(body === undefined ? {} : { body }),
  });
}
