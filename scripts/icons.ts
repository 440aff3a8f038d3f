/**
 * Draws the PNG icons that the manifest names from the SVG sources beside them: `npx tsx scripts/icons.ts`.
 * The PNGs are committed, because Excel asks for PNG and a build should not need a browser.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';

const assets = join(__dirname, '..', 'assets');
const cache = join(__dirname, '..', '.cache', 'chromium');

/** The mark has a drawing of its own for 16 px, where an eye and four feathers would blur. */
const drawings = [
  { source: 'icon-small.svg', name: 'icon', sizes: [16] },
  { source: 'icon.svg', name: 'icon', sizes: [32, 64, 80, 128] },
  { source: 'tier.svg', name: 'tier', sizes: [16, 32, 80] },
  { source: 'highlight.svg', name: 'highlight', sizes: [16, 32, 80] },
  { source: 'clear.svg', name: 'clear', sizes: [16, 32, 80] },
  { source: 'report.svg', name: 'report', sizes: [16, 32, 80] },
  { source: 'collect.svg', name: 'collect', sizes: [16, 32, 80] },
  { source: 'policy.svg', name: 'policy', sizes: [16, 32, 80] },
  { source: 'share.svg', name: 'share', sizes: [16, 32, 80] },
  { source: 'customer.svg', name: 'customer', sizes: [16, 32, 80] },
] as const;

const installedBrowsers = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

async function launch(): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  const installed = installedBrowsers.find(path => existsSync(path));
  if (installed) return chromium.launch({ executablePath: installed });
  // The packed browser unpacks itself into the temporary folder: keep it in the project's cache, once.
  mkdirSync(cache, { recursive: true });
  process.env.TMPDIR = cache;
  const packed = (await import('@sparticuz/chromium')).default;
  return chromium.launch({ executablePath: await packed.executablePath(), args: ['--no-sandbox'] });
}

async function drawAll(): Promise<void> {
  const browser = await launch();
  const page = await browser.newPage();
  for (const { source, name, sizes } of drawings) {
    const svg = readFileSync(join(assets, source), 'utf8');
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(
        `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
      );
      writeFileSync(join(assets, `${name}-${size}.png`), await page.screenshot({ omitBackground: true }));
    }
  }
  await browser.close();
}

drawAll().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
