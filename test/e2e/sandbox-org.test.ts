import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Frame, Page } from 'playwright-core';
import { getOrg, type OrgView } from '../../shared/api/sandbox/get-org.ts';
import { getOrgFeedback } from '../../shared/api/sandbox/get-org-feedback.ts';
import { makeSandboxFolder } from '../../scripts/sandbox/make-sandbox-folder.ts';
import {
  startSandboxProcess,
  type SandboxProcess,
} from '../../scripts/sandbox/start-sandbox-process.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { findViolations } from '../support/find-violations.ts';
import { findFreePort } from '../support/free-port.ts';
import { keepPicture } from '../support/keep-picture.ts';

const READY_MS = 150_000;
const BEST = 'Aldermoor Archive';

(hasBrowser() ? describe : describe.skip)('the sandbox’s org on the preview page', () => {
  let folder: Awaited<ReturnType<typeof makeSandboxFolder>>;
  let sandbox: SandboxProcess;
  let url: string;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = await makeSandboxFolder();
    await start();
    browser = await launchBrowser();
  }, 240_000);

  afterAll(async () => {
    await browser.close();
    await end();
    await folder.remove();
  });

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1320, height: 1000 } });
    complaints.length = 0;
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(url);
    await page.getByTestId('headline').waitFor();
  });

  afterEach(() => page.close());

  async function start(): Promise<void> {
    const port = await findFreePort();
    url = `http://localhost:${port}/`;
    sandbox = startSandboxProcess({ folder: folder.path, port });
    const isReady = async () => {
      if (!sandbox.said().includes('Stop ')) return false;
      const { isTold, cardPage } = await org();
      return isTold && cardPage === 'ready';
    };
    await eventually('the org is told and its card built', isReady, READY_MS);
  }

  async function end(): Promise<void> {
    sandbox.kill('SIGINT');
    expect(await sandbox.ended).toMatchObject({ code: 0 });
  }

  async function org(): Promise<OrgView> {
    const answer = await fetch(`${url}sandbox/org`);
    return getOrg.response.parse(await answer.json());
  }

  const look = (name: string) => page.locator('.crm-switch').getByRole('button', { name }).click();

  async function choose(name: string): Promise<Frame> {
    await look('Salesforce');
    await page.locator('.org-subjects').getByRole('button', { name }).first().click();
    return cardFrame();
  }

  async function cardFrame(): Promise<Frame> {
    const handle = await page.waitForSelector('[data-testid=lightning-card]');
    const frame = await handle.contentFrame();
    if (frame === null) throw new Error('The Lightning card has no frame.');
    await frame.getByText('Attune', { exact: true }).waitFor();
    await frame.locator('h3').first().waitFor();
    return frame;
  }

  it('tells deals in every stage, people and a lead, each known by its heading', async () => {
    const { subjects } = await org();
    const outcomes = subjects.map(({ outcome }) => outcome);
    expect(new Set(outcomes)).toEqual(new Set(['open', 'won', 'lost', 'person', 'lead']));
    const deals = subjects.filter(({ objectApiName }) => objectApiName === 'Opportunity');
    expect(deals.length).toBeGreaterThanOrEqual(5);
    expect(deals.filter(({ hasCard }) => !hasCard)).toEqual([]);
    await look('Both');
    for (const name of ['HubSpot', 'Salesforce'])
      expect(await page.locator('h2.crm-name', { hasText: name }).count()).toBe(1);
  });

  it('shows the Lightning card of a deal: a headline, and the buyer’s own words', async () => {
    const frame = await choose(BEST);
    expect(await page.locator('.record h1').innerText()).toContain(BEST);
    const words = await frame.locator('c-attune-card').innerText();
    expect(words).toContain('On their mind');
    expect(words).toMatch(/“[^”]{10,}”/);
    await keepPicture(page, 'sandbox-org');
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await page.getByTestId('lightning-card').scrollIntoViewIfNeeded();
    await keepPicture(page, 'sandbox-org-phone');
    expect(complaints).toEqual([]);
  });

  it('keeps an answer in the org, also over a reload and a restart', async () => {
    const frame = await choose(BEST);
    await frame.getByRole('button', { name: 'Right', exact: true }).first().click();
    await frame.getByRole('button', { name: 'Right, noted' }).first().waitFor();
    expect(await answers()).toMatchObject([{ verdict: 'right' }]);
    await page.reload();
    const again = await choose(BEST);
    await again.getByRole('button', { name: 'Right, noted' }).first().waitFor();
    expect(await answers()).toMatchObject([{ verdict: 'right' }]);
    await end();
    await start();
    expect(await answers()).toMatchObject([{ verdict: 'right' }]);
    expect((await org()).subjects.filter(({ hasCard }) => hasCard).length).toBeGreaterThan(10);
  }, 120_000);

  async function answers(): Promise<unknown> {
    const answer = await fetch(`${url}sandbox/org/feedback`);
    return getOrgFeedback.response.parse(await answer.json()).answers;
  }

  it('says nothing of a person who is not to be analysed', async () => {
    const frame = await choose('Osric Vane');
    const words = await frame.locator('c-attune-card').innerText();
    expect(words).toContain('Not analysed');
    expect(words).not.toContain('wrote');
  });

  it('puts both cards side by side by keyboard, below each other where it is narrow', async () => {
    const both = page.getByRole('button', { name: 'Both', exact: true });
    await both.focus();
    await page.keyboard.press('Enter');
    expect(await both.getAttribute('aria-pressed')).toBe('true');
    const frame = await cardFrame();
    await page.getByTestId('headline').waitFor();
    const [hubspot, lightning] = [await placeOf('card'), await placeOf('lightning-card')];
    expect(lightning.x).toBeGreaterThan(hubspot.x + hubspot.width);
    expect(await findViolations(page)).toEqual([]);
    expect(await findViolations(frame)).toEqual([]);
    await keepPicture(page, 'sandbox-both-cards');
    await page.setViewportSize({ width: 600, height: 1000 });
    const [above, below] = [await placeOf('card'), await placeOf('lightning-card')];
    expect(below.y).toBeGreaterThan(above.y + above.height);
    expect(complaints).toEqual([]);
  });

  async function placeOf(testId: string) {
    const place = await page.getByTestId(testId).boundingBox();
    return place ?? { x: 0, y: 0, width: 0, height: 0 };
  }

  it('goes back to one card, and opens another record where the card leads to it', async () => {
    await look('Both');
    await page.getByTestId('lightning-card').waitFor();
    await look('HubSpot');
    await page.getByTestId('lightning-card').waitFor({ state: 'detached' });
    await choose('Kestrelgate Hotels');
    const leonie = (await org()).subjects.find(({ title }) => title === 'Leonie Hartwig');
    await page.evaluate(`window.attuneOrg.open(${JSON.stringify(leonie?.recordId)})`);
    await page.locator('.record h1', { hasText: 'Leonie Hartwig' }).waitFor();
    expect(complaints).toEqual([]);
  });
});
