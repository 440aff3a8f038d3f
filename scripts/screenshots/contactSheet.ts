/** Several pictures in one, side by side under their names, to be looked at together; a long one is cut into columns. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';

const gap = 8;
const columnHeight = 1_150;
/** Small enough to be seen at its own size. */
const sheetWidth = 1_010;

interface Column {
  readonly name: string;
  readonly source: string;
  readonly top: number;
  readonly height: number;
}

/** The height of a PNG, which its header names. */
function heightOf(picture: Buffer): number {
  return picture.readUInt32BE(20);
}

function columnsOf(picture: string): Column[] {
  const bytes = readFileSync(picture);
  const height = heightOf(bytes);
  const source = `data:image/png;base64,${bytes.toString('base64')}`;
  const count = Math.ceil(height / columnHeight);
  return Array.from({ length: count }, (_, index) => ({
    name: path.basename(picture, '.png') + (count > 1 ? ` ${index + 1}/${count}` : ''),
    source,
    top: index * columnHeight,
    height: Math.min(columnHeight, height - index * columnHeight),
  }));
}

/**
 * Lay pictures of one width out on as many sheets as they need.
 * @param nameSheet the path of a sheet by its number, the first is 1
 */
export async function makeContactSheets(
  browser: Browser,
  pictures: readonly string[],
  width: number,
  nameSheet: (number: number) => string,
): Promise<void> {
  const columns = pictures.flatMap(columnsOf);
  const perSheet = Math.max(1, Math.floor(sheetWidth / (width + gap)));
  const page = await browser.newPage({ viewport: { width: perSheet * (width + gap) + gap, height: 1_200 } });
  for (let first = 0; first < columns.length; first += perSheet) {
    const figures = columns
      .slice(first, first + perSheet)
      .map(
        ({ name, source, top, height }) =>
          `<figure><figcaption>${name}</figcaption><div style="width:${width}px;height:${height}px;background:url(${source}) 0 -${top}px / ${width}px auto no-repeat"></div></figure>`,
      );
    await page.setContent(
      `<style>
        body { display: flex; align-items: flex-start; gap: ${gap}px; margin: ${gap}px; background: #777; font: 12px sans-serif; color: #fff }
        figure { margin: 0 }
      </style>${figures.join('')}`,
    );
    await page.screenshot({ path: nameSheet(first / perSheet + 1), fullPage: true });
  }
  await page.close();
}
