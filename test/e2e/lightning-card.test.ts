import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { buildLightningFolder } from '../../preview/lightning/build-folder.ts';
import {
  designedReading,
  designedRecord,
  LIGHTNING_STATES,
  type LightningState,
} from '../../preview/lightning/designed-readings.ts';
import { serveDesignedStates, type ServedStates } from '../../preview/lightning/serve-designed.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { keepPicture } from '../support/keep-picture.ts';

const LOOKS = ['slds-1', 'slds-2'] as const;
const SIDEBAR_PX = 400;
const WORDS = 120;
/** Around the card in its frame. */
const EDGE_PX = 8;

/** The page's side of the bridge: answers from the designed reading, and keeps what it was asked. */
function hostScript(state: LightningState): string {
  const reading = JSON.stringify(designedReading(state, new Date()));
  return `window.asked = [];
    const keep = (name) => async (input) => { window.asked.push([name, input]); return { id: 'a00000000000001AAA' }; };
    window.attuneOrg = {
      read: () => ${state === 'loading' ? 'new Promise(() => undefined)' : answerOf(reading)},
      createRecord: keep('create'), updateRecord: keep('update'), open: keep('open'), tell: keep('tell'),
    };`;
}

function answerOf(reading: string): string {
  return reading === 'null'
    ? "Promise.reject(new Error('No answer.'))"
    : `Promise.resolve(${reading})`;
}

(hasBrowser() ? describe : describe.skip)('the Lightning card in a browser', () => {
  let folder: string;
  let served: ServedStates;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'attune-lightning-'));
    await buildLightningFolder(folder);
    served = await serveDesignedStates(folder);
    browser = await launchBrowser();
  }, 240_000);

  afterAll(async () => {
    await browser.close();
    await served.stop();
    await rm(folder, { recursive: true, force: true });
  });

  afterEach(() => page.close());

  async function open(state: LightningState, look: string, width: number): Promise<void> {
    page = await browser.newPage({ viewport: { width: width + 2 * EDGE_PX, height: 900 } });
    complaints.length = 0;
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.addInitScript(hostScript(state));
    const { recordId: record, objectApiName: object } = designedRecord(state);
    const asked = new URLSearchParams({ look, record, object });
    await page.goto(`${served.url}frame.html?${asked.toString()}`);
    await page.getByText('Attune', { exact: true }).waitFor();
  }

  it.each(LOOKS)(
    'draws every designed state in %s without a complaint',
    async (look) => {
      for (const state of LIGHTNING_STATES) {
        await open(state, look, 360);
        await page
          .locator(state === 'loading' ? 'lightning-spinner' : 'h3')
          .first()
          .waitFor();
        await keepPicture(page, `lightning-${look}-${state}`);
        expect(complaints).toEqual([]);
        await page.close();
      }
      await open('insight', look, 360);
    },
    120_000,
  );

  it.each([320, 360, 400])(
    'keeps the next step in the first 400 px at %i px, and says little until asked',
    async (width) => {
      for (const look of LOOKS) {
        await open('insight', look, width);
        const step = await page.locator('[data-test="next-step"]').boundingBox();
        expect((step?.y ?? SIDEBAR_PX) + (step?.height ?? 0) - EDGE_PX).toBeLessThanOrEqual(
          SIDEBAR_PX,
        );
        const words = (await page.locator('c-attune-card').innerText()).split(/\s+/).length;
        expect(words).toBeLessThanOrEqual(WORDS);
        const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        expect(overflow).toBeLessThanOrEqual(0);
        if (look === 'slds-1') await page.close();
      }
    },
  );

  it('answers and makes a task through the org’s own data service', async () => {
    await open('insight', 'slds-2', 360);
    await page.getByRole('button', { name: 'Right', exact: true }).click();
    await page.getByRole('button', { name: 'Right, noted' }).waitFor();
    await page.getByRole('button', { name: 'Create the task' }).click();
    await page.getByRole('button', { name: 'Task created' }).waitFor();
    const asked = await page.evaluate<[string, { apiName?: string }][]>('window.asked');
    const created = asked.filter(([name]) => name === 'create').map(([, { apiName }]) => apiName);
    expect(created).toEqual(['Insight_Feedback__c', 'Task']);
  });

  it('unfolds by keyboard, and tells whether a panel is open', async () => {
    await open('insight', 'slds-2', 360);
    const why = page.getByRole('button', { name: 'Why' });
    await why.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Why this stage').waitFor();
    expect(await why.getAttribute('aria-expanded')).toBe('true');
    await page.getByRole('button', { name: 'More', exact: true }).press('Enter');
    await page.getByRole('tab', { name: 'Journey' }).click();
    await page.getByText('Consideration since').first().waitFor();
    await keepPicture(page, 'lightning-journey');
    expect(complaints).toEqual([]);
  });

  it('shows the other person when they are chosen', async () => {
    await open('insight', 'slds-2', 360);
    await page.getByRole('button', { name: /Dana Whitlock/ }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Ruth Adeyemi' }).click();
    await page.getByText('Ruth Adeyemi has written once.').waitFor();
    await keepPicture(page, 'lightning-other-person');
    expect(complaints).toEqual([]);
  });

  it('shows each state on the page of designed states', async () => {
    page = await browser.newPage({ viewport: { width: 500, height: 1000 } });
    await page.goto(`${served.url}?state=hidden_quote`);
    const frame = page.frameLocator('#card');
    await frame.getByText('1 quote hidden: you cannot open its mail.').waitFor();
    await frame.getByRole('button', { name: 'Create the task' }).click();
    await page.getByRole('status').getByText('The task is in your list').waitFor();
    expect(await page.locator('#state option').count()).toBe(LIGHTNING_STATES.length);
  });
});
