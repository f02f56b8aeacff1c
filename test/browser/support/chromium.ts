import { type Browser, chromium } from 'playwright-core';

/** Debian's chromium, or the browser that `CHROMIUM` names. It is never downloaded. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    // The sandbox needs rights that containers do not give.
    args: ['--no-sandbox', '--disable-gpu'],
  });
