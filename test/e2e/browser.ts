/**
 * A browser for the stories and the screenshots. An installed Chrome, Edge or Chromium is preferred; where there is
 * none, the one that comes from npm is unpacked once into the project's cache, so that a fresh machine needs nothing.
 */
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const root = path.resolve(__dirname, '../..');

const installedBrowsers = [
  process.env.CHROME_PATH ?? '',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];

/** Quiet and closed to the outside; web security stays on, unlike in the npm browser's own defaults. */
const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--font-render-hinting=none',
];

/** Where the browser's program is; unpacks it where none is installed, which only one process at a time can do. */
export async function executablePath(): Promise<string> {
  const installed = installedBrowsers.find(candidate => candidate !== '' && existsSync(candidate));
  if (installed) return installed;

  const cache = path.join(root, '.cache/browser');
  mkdirSync(cache, { recursive: true });
  process.env.TMPDIR = cache;
  const { default: packaged } = await import('@sparticuz/chromium');
  packaged.setGraphicsMode = false;
  return packaged.executablePath();
}

/** Start a headless browser; the caller closes it. */
export async function launchBrowser(moreArguments: readonly string[] = []): Promise<Browser> {
  const args = [...browserArguments, ...moreArguments];
  return chromium.launch({ executablePath: await executablePath(), args, headless: true });
}
