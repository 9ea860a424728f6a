import { createRenderer } from '@hubspot/ui-extensions/testing';
import {
  Alert,
  Button,
  EmptyState,
  ErrorState,
  Image,
  Link,
  LoadingSpinner,
  NumberInput,
  ProgressBar,
  Select,
  StatusTag,
  TableCell,
  Text,
  Toggle,
} from '@hubspot/ui-extensions';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { SettingsView } from '../src/app/settings/settings-contract.ts';
import { SettingsPageView } from '../src/app/settings/SettingsPageView.tsx';
import { moment, percent } from '../src/app/settings/words.ts';
import settled from '../../preview/designed-states/settings.json' with { type: 'json' };
import { serve, settle, until } from './open-card.tsx';

const VIEW = settled as SettingsView;
const NEW: SettingsView = {
  ...VIEW,
  ...{ lastNight: null, nextNightAt: null, backfill: null, receipts: [] },
  settings: { ...VIEW.settings, pipelineIds: [] },
  firstRun: VIEW.firstRun.map((line) =>
    line.step === 'connected'
      ? line
      : { ...line, state: 'waiting', link: { label: 'Open', href: 'https://x.example' } },
  ),
};

type Answers = { readonly view?: SettingsView; readonly status?: number; readonly post?: object };

async function open({ view = VIEW, status = 200, post = { saved: true } }: Answers = {}) {
  const sent = serve(async ({ method }) =>
    method === 'POST' ? Response.json(post, { status }) : Response.json(view, { status }),
  );
  const renderer = createRenderer('settings');
  Object.assign(renderer.mocks.context, { variables: { APP_ORIGIN: 'https://attune.example' } });
  renderer.render(<SettingsPageView />);
  await renderer.waitFor(() => {
    if (renderer.maybeFind(LoadingSpinner)) throw new Error('still loading');
  });
  const alerts = () => renderer.mocks.actions.addAlert.calls.flat();
  const words = () => renderer.findAll(Text).map(({ text }) => text ?? '');
  const press = async (testId: string) => {
    renderer.find(Button, { testId }).trigger('onClick');
    await settle();
    await settle();
  };
  return { renderer, sent, alerts, words, press };
}

/** The page looks again every so often; only that clock is ours. */
const REAL_TIMERS = ['setTimeout', 'setImmediate', 'nextTick', 'queueMicrotask', 'Date'] as const;

describe('the settings page', () => {
  beforeAll(() => {
    jest.useFakeTimers({ doNotFake: [...REAL_TIMERS, 'performance', 'clearTimeout'] });
  });
  afterAll(() => {
    jest.useRealTimers();
  });

  it('shows an account that is well: connected, read, and within its calls', async () => {
    const { renderer, words } = await open();
    expect(renderer.find(StatusTag, { testId: 'connection-state' }).text).toBe('Connected');
    expect(renderer.find(Text, { testId: 'last-night' }).text).toContain('Everything new was read');
    expect(words().join()).toContain('412 records');
    expect(renderer.findAll(ProgressBar).map(({ props }) => props.title)).toEqual([
      'Your past is being read: 62 %',
      '1,204 of 40,000',
    ]);
    expect(renderer.findAll(TableCell).map(({ text }) => text)).toContain('mails');
    expect(renderer.maybeFind(Text, { testId: 'connection-reason' })).toBeNull();
  });

  it('begins with the checklist until all is done, and links to what is to do', async () => {
    const { renderer } = await open({ view: NEW });
    expect(renderer.find(StatusTag, { testId: 'step-connected' }).text).toBe('Done');
    expect(renderer.find(StatusTag, { testId: 'step-pipelines' }).text).toBe('To do');
    expect(renderer.findAll(Link)).toHaveLength(5);
    const settledPage = await open();
    expect(settledPage.renderer.maybeFind(StatusTag, { testId: 'step-pipelines' })).toBeNull();
  });

  it('shows where the card goes until somebody has opened one, and leads there', async () => {
    const { renderer } = await open({ view: NEW });
    const { src, alt, href } = renderer.findByTestId(Image, 'where-the-card-goes').props;
    expect(src).toMatch(/^data:image\/svg\+xml/);
    expect(alt).toMatch(/Customize.*Add cards.*Attune/);
    expect(href).toEqual({ url: 'https://x.example', external: true });
    const placed = NEW.firstRun.map((line) =>
      line.step === 'card_placed' ? { ...line, state: 'done' as const } : line,
    );
    const done = await open({ view: { ...NEW, firstRun: placed } });
    expect(done.renderer.maybeFind(Image)).toBeNull();
    const unlinked = NEW.firstRun.map((line) => ({ ...line, link: null }));
    const without = await open({ view: { ...NEW, firstRun: unlinked } });
    expect(without.renderer.find(Image).props.href).toBeUndefined();
  });

  it('looks again when asked, and keeps what stands when the server is away', async () => {
    const { renderer, sent, press } = await open({ view: NEW });
    serve(async () => Response.json({}, { status: 503 }));
    await press('look-again');
    expect(sent).toHaveLength(1);
    expect(renderer.find(StatusTag, { testId: 'connection-state' }).text).toBe('Connected');
  });

  it('looks again by itself while something is to come, and not when all is done', async () => {
    jest.clearAllTimers();
    const { sent } = await open({ view: NEW });
    // The page is drawn before its clock is set.
    await until(() => jest.getTimerCount() > 0);
    jest.advanceTimersByTime(20_000);
    await until(() => sent.length > 1);
    expect(sent).toHaveLength(2);
    jest.clearAllTimers();
    const settledPage = await open();
    jest.advanceTimersByTime(60_000);
    await settle();
    expect(settledPage.sent).toHaveLength(1);
  });

  it('saves what was chosen, all of it at once, and says so', async () => {
    const { renderer, sent, alerts, press } = await open({ view: NEW });
    const [pipeline] = renderer.findAll(Toggle);
    pipeline?.props.onChange?.(true);
    renderer.find(Toggle, { name: 'kind-note' }).props.onChange?.(false);
    renderer.find(Toggle, { name: 'write-back' }).props.onChange?.(true);
    renderer.find(Select).props.onChange?.(4);
    renderer.find(NumberInput).props.onChange?.(20_000);
    await press('save');
    const [post] = sent.filter(({ method }) => method === 'POST');
    expect(post).toEqual({
      ...{ url: 'https://attune.example/v1/settings', method: 'POST' },
      body: {
        ...{ nightHour: 4, dailyCalls: 20_000, pipelineIds: ['sales'] },
        ...{ notRead: ['note'], writeBack: true },
      },
    });
    expect(alerts()).toEqual([{ type: 'success', message: 'Saved.' }]);
    expect(sent.at(-1)?.method).toBe('GET');
  });

  it('takes a choice back before it is saved', async () => {
    const { renderer, words } = await open();
    const toggle = () => renderer.find(Toggle, { name: 'pipeline-sales' });
    toggle().props.onChange?.(false);
    expect(words()).toContain('Not saved yet');
    toggle().props.onChange?.(true);
    expect(words()).not.toContain('Not saved yet');
    renderer.find(Toggle, { name: 'kind-note' }).props.onChange?.(false);
    renderer.find(Toggle, { name: 'kind-note' }).props.onChange?.(true);
    expect(words()).not.toContain('Not saved yet');
  });

  it('saves no number of calls that the server would refuse', async () => {
    const { renderer } = await open();
    renderer.find(NumberInput).props.onChange?.(3);
    expect(renderer.find(Button, { testId: 'save' }).props.disabled).toBe(true);
  });

  it('says it when saving fails', async () => {
    const { alerts, press } = await open();
    serve(async () => Response.json({}, { status: 500 }));
    await press('save');
    expect(alerts()).toMatchObject([{ type: 'danger' }]);
  });

  it('disconnects only after a second word', async () => {
    const { renderer, sent, press } = await open();
    await press('disconnect');
    expect(sent.filter(({ method }) => method === 'POST')).toHaveLength(0);
    expect(renderer.find(Alert).props.title).toContain('Disconnect Attune');
    await press('disconnect-yes');
    expect(sent.some(({ url }) => url.endsWith('/v1/settings/disconnect'))).toBe(true);
  });

  it.each([
    ['running', 'Attune is reading now.'],
    ['too_soon', 'Attune read less than ten minutes ago. Please try again a little later.'],
    ['nothing_to_read', 'There is nothing to read yet: choose a pipeline first.'],
  ])('reads now and says what came of it: %s', async (state, message) => {
    const { alerts, press } = await open({ post: { state, againAt: null } });
    await press('read-now');
    expect(alerts()).toEqual([{ type: 'success', message }]);
  });

  it('says what a refused key means and where to reconnect', async () => {
    const connection: SettingsView['connection'] = {
      ...VIEW.connection,
      state: 'reconnect_needed',
      reason: 'The key is refused.',
      reconnectUrl: 'https://attune.example/oauth',
    };
    const { renderer } = await open({ view: { ...VIEW, connection } });
    expect(renderer.find(StatusTag, { testId: 'connection-state' }).text).toBe('Please reconnect');
    expect(renderer.find(Text, { testId: 'connection-reason' }).text).toBe('The key is refused.');
    expect(renderer.find(Link).props.href).toEqual({
      ...{ url: 'https://attune.example/oauth', external: true },
    });
  });

  it('offers no disconnecting of what is disconnected', async () => {
    const connection = { ...VIEW.connection, state: 'disconnected' as const };
    const { renderer } = await open({ view: { ...VIEW, connection } });
    expect(renderer.maybeFind(Button, { testId: 'disconnect' })).toBeNull();
  });

  it('says what a missing permission costs, and how much of the activity is read', async () => {
    const permissions = { missing: ['Without mails …'], share: 'As it is, we read 11 % …' };
    const { words } = await open({ view: { ...VIEW, permissions } });
    expect(words()).toEqual(
      expect.arrayContaining(['Without mails …', 'As it is, we read 11 % …']),
    );
  });

  it('tells whoever may not change them who may', async () => {
    const { renderer } = await open({ status: 403 });
    expect(renderer.find(EmptyState).props.title).toBe('These settings are for admins');
  });

  it('says that it could not be loaded, and tries again', async () => {
    const { renderer, sent } = await open({ status: 503 });
    renderer.find(ErrorState);
    renderer.find(Button).trigger('onClick');
    await settle();
    expect(sent).toHaveLength(2);
  });

  it('shows the console once there is one', async () => {
    const { renderer } = await open({ view: { ...VIEW, consoleUrl: 'https://attune.example/c' } });
    expect(renderer.findAll(Link).map(({ text }) => text)).toContain('Open the console');
  });
});

describe('the words of the settings page', () => {
  it('tell moments by the account’s own clock', () => {
    expect(moment('2026-11-24T01:14:00.000Z', 'Europe/Berlin')).toBe('Tue 24 Nov, 02:14');
  });

  it('never round a share up to everything', () => {
    expect(percent(0.999)).toBe('99 %');
  });
});
