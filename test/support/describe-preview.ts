import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DESIGNED_STATES } from '../../preview/designed-states/designed-states.ts';
import { hasBrowser, launchBrowser } from './browser.ts';
import { keepPicture } from './keep-picture.ts';

export interface ServedPreview {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const CHANGE_MS = 5_000;
const SIDEBAR_PX = 400;
const WORDS = 120;

/** What holds for the preview wherever it is served from: hand-written cards or a whole sandbox. */
export function describePreview(name: string, serve: () => Promise<ServedPreview>): void {
  (hasBrowser() ? describe : describe.skip)(name, () => {
    let browser: Browser;
    let served: ServedPreview;
    let page: Page;
    const complaints: string[] = [];

    beforeAll(async () => {
      served = await serve();
      browser = await launchBrowser();
    }, 180_000);

    afterAll(async () => {
      await browser.close();
      await served.stop();
    });

    afterEach(() => page.close());

    beforeEach(async () => {
      page = await browser.newPage({ viewport: { width: 1320, height: 900 } });
      complaints.length = 0;
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(served.url);
      await page.getByTestId('headline').waitFor();
    }, 60_000);

    it('opens on a card: headline, both stages, and the next step in the first 400 px', async () => {
      const [card, step] = await Promise.all(
        ['card', 'next-step'].map((id) => page.getByTestId(id).boundingBox()),
      );
      expect(card?.width).toBe(320);
      expect((step?.y ?? 0) + (step?.height ?? 0) - (card?.y ?? 0)).toBeLessThanOrEqual(SIDEBAR_PX);
      expect(await page.getByTestId('stage-chip').innerText()).toMatch(/^Buyer: /);
      await keepPicture(page, 'preview');
      await keepPicture(page.getByTestId('card'), 'card');
      expect(complaints).toEqual([]);
    });

    it(`keeps every card to ${WORDS} words until something is unfolded, and its next step to the first ${SIDEBAR_PX} px`, async () => {
      const cards = await measureCards(page);
      expect(cards.length).toBeGreaterThanOrEqual(5);
      const over = ({ words, stepEnds }: FirstLook) => words > WORDS || stepEnds > SIDEBAR_PX;
      expect(cards.filter(over)).toEqual([]);
      const longest = Math.max(...cards.map(({ words }) => words));
      process.stderr.write(`${name}: the longest of ${cards.length} cards has ${longest} words.\n`);
    }, 60_000);

    it('opens Why and gives the focus back when it closes', async () => {
      await page.getByTestId('open-Why').press('Enter');
      const why = page.getByRole('dialog', { name: 'Why the card says this' });
      await why.getByText('Why this stage').waitFor();
      await keepPicture(page, 'why');
      await page.keyboard.press('Escape');
      await why.waitFor({ state: 'detached' });
      expect(await page.evaluate('document.activeElement.dataset.testid')).toBe('open-Why');
    });

    it('shows an admin the settings page: connection, choices, last night, calls', async () => {
      await page.getByTestId('open-settings').click();
      const settings = page.getByTestId('settings');
      await settings.getByTestId('connection-state').waitFor();
      await settings.getByText('Whose deals Attune reads').waitFor();
      await settings.getByRole('progressbar', { name: 'HubSpot calls used today' }).waitFor();
      await keepPicture(settings, 'settings');
      await settings.getByTestId('disconnect').click();
      await settings.getByTestId('disconnect-yes').click();
      await page.getByText('The sandbox stays connected.').waitFor();
      expect(complaints).toEqual([]);
    }, 60_000);

    it('walks the tabs of More with the arrow keys', async () => {
      await page.getByTestId('open-More').click();
      const first = page.getByRole('tab', { name: 'Map' });
      await first.focus();
      for (const tab of ['Journey', 'People', 'Coverage', 'Do not analyse']) {
        await page.keyboard.press('ArrowRight');
        expect(await page.getByRole('tab', { name: tab }).getAttribute('aria-selected')).toBe(
          'true',
        );
      }
    });

    it('takes “not right” of an answer under the five questions: it is gone at once', async () => {
      await page.getByTestId('open-More').click();
      const wrong = page.getByTestId(/^slot-not_right-/);
      const before = await wrong.count();
      await wrong.first().scrollIntoViewIfNeeded();
      await keepPicture(page, 'five-questions');
      await wrong.first().click();
      await page.getByTestId('announcements').getByText('It is gone from the card.').waitFor();
      expect(await wrong.count()).toBe(before - 1);
    });

    it('speaks on a company of one of its deals, and lets choose another', async () => {
      const companies = page.locator('.subjects section', { hasText: 'Companies' });
      await companies.getByRole('button').first().click();
      const choice = page.getByTestId('focus-choice').or(page.getByText('In: '));
      await choice.first().waitFor();
      await keepPicture(page, 'company');
      expect(await page.locator('.card-body').innerText()).toContain('In: ');
      expect(complaints).toEqual([]);
    });

    it('tells what became of the next step when it is pressed', async () => {
      await page.getByTestId('next-step').getByRole('button').click();
      const told = page.getByTestId('announcements').getByText(/HubSpot would open|The task is/);
      await told.first().waitFor();
      expect(await told.count()).toBe(1);
    });

    it('keeps the rep’s answer about a driver', async () => {
      const right = page.getByRole('button', { name: 'Right', exact: true }).first();
      await right.click();
      await page.getByRole('button', { name: 'Right, noted' }).first().waitFor();
      const noted = page.getByTestId('announcements').getByText('Noted.');
      await noted.waitFor();
      expect(await noted.count()).toBe(1);
    });

    it('changes the card within 5 s of the buyer’s words, and marks those that counted', async () => {
      const card = page.locator('.card-body');
      const before = await card.innerText();
      const started = Date.now();
      await page.getByRole('button', { name: 'Send' }).click();
      await page.locator('[data-testid=outcome][data-state=on_the_card]').waitFor();
      const tookMs = (await waitForChange(card, before)) - started;
      process.stderr.write(`${name}: the card changed ${tookMs} ms after Send.\n`);
      expect(tookMs).toBeLessThan(CHANGE_MS);
      expect(await page.getByTestId('mark').count()).toBeGreaterThan(0);
      await keepPicture(page, 'be-the-buyer');
    }, 20_000);

    it('says why when nothing was found', async () => {
      await page.getByTestId('buyer-text').fill('Thank you. What time works for you on Friday?');
      await page.getByRole('button', { name: 'Send' }).click();
      await page.getByTestId('nothing').waitFor();
      expect(await page.getByTestId('nothing').innerText()).toMatch(/^Nothing found, because /);
    }, 20_000);

    it('shows no quote to someone without access', async () => {
      await page.getByTestId('viewer').selectOption({ label: 'Someone without access' });
      await page.getByTestId('headline').waitFor({ state: 'detached' });
      expect(await page.locator('.card-body').innerText()).not.toContain('“');
    });

    it('draws every designed state', async () => {
      for (const state of DESIGNED_STATES) {
        await page.getByTestId('state-switch').selectOption(state);
        await page.locator('.card-body', { hasText: SIGNS[state] }).waitFor();
        await keepPicture(page.getByTestId('card'), `state-${state}`);
      }
      expect(complaints).toEqual([]);
    }, 30_000);

    it('stays readable on a phone: nothing is cut off or wider than the screen', async () => {
      await page.setViewportSize({ width: 320, height: 700 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
      await keepPicture(page, 'preview-phone');
    });
  });
}

/** Words by which each state is known. */
const SIGNS: Readonly<Record<(typeof DESIGNED_STATES)[number], string>> = {
  insight: 'On their mind',
  loading: 'Reading the card',
  empty: 'Not enough to go on yet',
  partial: 'Partly read',
  old_sources: 'Quiet',
  old_reading: 'Not read lately',
  hand_over: 'New to you',
  error: 'Try again',
  no_permission: 'Not open to you',
  do_not_analyse: 'Not analysed',
  release: 'Let Attune read Dana Whitlock again',
  not_connected: 'Reconnect',
  company: 'In: ',
  ended: 'Left open',
};

/** What stands on a card before anything is unfolded. */
interface FirstLook {
  readonly of: string;
  /** All of them: labels of buttons, links and folds too. */
  readonly words: number;
  /** Where the next step ends, from the card's top; 0 where there is none. */
  readonly stepEnds: number;
}

async function measureCards(page: Page): Promise<readonly FirstLook[]> {
  const looks: FirstLook[] = [];
  for (const subject of await page.locator('.subjects button').all()) {
    await subject.click();
    const body = page.locator('.card-body', { hasText: /\w/, hasNotText: 'Reading the card' });
    await body.waitFor();
    const words = (await body.innerText()).split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word));
    const stepEnds = await endOfStep(page);
    looks.push({ of: await subject.innerText(), words: words.length, stepEnds });
  }
  return looks;
}

async function endOfStep(page: Page): Promise<number> {
  const step = page.getByTestId('next-step');
  if ((await step.count()) === 0) return 0;
  const [card, tile] = [await page.getByTestId('card').boundingBox(), await step.boundingBox()];
  return (tile?.y ?? 0) + (tile?.height ?? 0) - (card?.y ?? 0);
}

type Readable = { innerText(): Promise<string> };

/** The moment at which the text was another one. */
async function waitForChange(element: Readable, before: string): Promise<number> {
  while ((await element.innerText()) === before)
    await new Promise((resolve) => setTimeout(resolve, 50));
  return Date.now();
}
