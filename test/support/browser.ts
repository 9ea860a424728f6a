import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Debian's chromium; another place by CHROMIUM_PATH. */
const EXECUTABLE = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** Root needs --no-sandbox in a container; the rest keeps the browser off the network. */
const SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Whether browser suites can run; where every suite is required, a missing browser is a failure instead. */
export function hasBrowser(): boolean {
  if (existsSync(EXECUTABLE) || process.env['ATTUNE_REQUIRE_ALL'] === '1') return true;
  process.stderr.write(`Skipped: the browser tests need chromium at ${EXECUTABLE}.\n`);
  return false;
}

/** A fresh profile each time: playwright makes one for every launch and removes it on close. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: EXECUTABLE, headless: true, args: SWITCHES });
}
