import type { SettingsView } from '../../../shared/api/settings/get-settings.ts';
import type { Instant } from '../../../shared/ids.ts';

type FirstRunLine = SettingsView['firstRun'][number];
type Step = FirstRunLine['step'];

export interface FirstRunFacts {
  readonly isConnected: boolean;
  readonly reconnectUrl: string | null;
  /** Sentences of what is not granted. */
  readonly missing: readonly string[];
  readonly firstCardOpenedAt: Instant | null;
  readonly pipelinesChosen: number;
  readonly dailyCalls: number;
  /** A person has saved the settings. */
  readonly isDecided: boolean;
  /** The last night ended before its end, because the day's calls were used. */
  readonly isShort: boolean;
  readonly insightCards: number;
  /** A list of deals in the CRM, from where one is opened; null when nobody knows the address. */
  readonly dealsUrl: string | null;
}

type Told = Pick<FirstRunLine, 'state' | 'sentence'> & { readonly link?: FirstRunLine['link'] };

/** Each step looks at what is there, so nobody ticks anything off. */
const STEPS: Readonly<Record<Step, (facts: FirstRunFacts) => Told>> = {
  connected: ({ isConnected, reconnectUrl }) =>
    isConnected
      ? done('Attune is connected to this account.')
      : {
          state: 'attention',
          sentence: 'Attune is not connected, so nothing is read. Reconnect the account first.',
          link: linkTo('Reconnect', reconnectUrl),
        },
  scopes: ({ missing }) =>
    missing.length === 0
      ? done('Every permission that Attune asks for is granted.')
      : {
          state: 'attention',
          sentence: `${missing.length === 1 ? 'One permission is' : `${missing.length} permissions are`} missing; below it says what that costs. Attune works without.`,
        },
  card_placed: ({ firstCardOpenedAt, dealsUrl }) =>
    firstCardOpenedAt === null
      ? {
          state: 'waiting',
          sentence:
            'Place the card: open a deal, choose Customize, then the sidebar, Add cards, Card library, App, Attune. Then open any deal once. The same again on a contact and a company.',
          link: linkTo('Open your deals', dealsUrl),
        }
      : done('The card is placed: somebody has opened it.'),
  pipelines: ({ pipelinesChosen }) =>
    pipelinesChosen === 0
      ? {
          state: 'waiting',
          sentence: 'Choose below whose deals Attune may read. Until then it reads nothing.',
        }
      : done(
          pipelinesChosen === 1
            ? 'The deals of one pipeline are read.'
            : `The deals of ${pipelinesChosen} pipelines are read.`,
        ),
  budget: ({ dailyCalls, isDecided, isShort }) => {
    const calls = `${dailyCalls.toLocaleString('en-GB')} calls a day`;
    if (isShort)
      return {
        state: 'attention',
        sentence: `${calls} were not enough for the last night. What is left follows by itself; a larger budget is faster.`,
      };
    return isDecided
      ? done(`Attune may make ${calls}.`)
      : {
          state: 'waiting',
          sentence: `Attune makes at most ${calls}. Save to agree, or change it.`,
        };
  },
  first_cards: ({ insightCards }) =>
    insightCards === 0
      ? {
          state: 'waiting',
          sentence: 'The first cards come a few minutes after the first pipeline is chosen.',
        }
      : done(
          insightCards === 1
            ? 'The first card is ready.'
            : `${insightCards.toLocaleString('en-GB')} cards are ready.`,
        ),
};

export function firstRunOf(facts: FirstRunFacts): readonly FirstRunLine[] {
  // Object.keys forgets the keys' names; STEPS is a constant with exactly these.
  return (Object.keys(STEPS) as Step[]).map((step) => ({
    step,
    link: null,
    ...STEPS[step](facts),
  }));
}

function done(sentence: string): Told {
  return { state: 'done', sentence };
}

function linkTo(label: string, href: string | null): FirstRunLine['link'] {
  return href === null ? null : { label, href };
}
