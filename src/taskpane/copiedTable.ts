/** A table for the clipboard: as HTML, which Excel and mail prefer, and as text with tabs. Nothing in it can become a formula. */

import { inSlices } from '../excel/inSlices';
import { writtenCell } from '../excel/writtenCell';
import { wordJoiner } from '../i18n/numbers';
import type { Slices } from '../risk/slices';

/** Rows of texts and plain numbers, the header first; null for nothing. */
export type CopiedRows = readonly (readonly (string | number | null)[])[];

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeHtml = (text: string): string => text.replaceAll(/[&<>"]/g, sign => escapes[sign]);

/** By this Excel takes a pasted cell for text, whatever it looks like. */
const asText = ` style="mso-number-format:'\\@'"`;

/** Three words, or Chinese beside what dates, times and sums are written with: no number, date or time has them, whatever digits stand among them. */
const isWords =
  /(?:\p{L}{3,}[^\p{L}]+){2}\p{L}{3}|[^\P{Script=Han}〇零一二三四五六七八九十百千万萬亿億元年月日号號上下午时時点點分秒星期周週]/u;

/** Only a text that could be taken for something else says so: of the fifty thousand rows of a long list it would be the larger part. */
const couldBeTakenOtherwise = (text: string): boolean =>
  writtenCell(text) !== text || (/\p{Nd}/u.test(text) && !isWords.test(text));

/** Beyond the sixth decimal stands what a computer adds by calculating: 45103.590000000004. */
const decimalsKept = 1_000_000;
/** From here on a number has no such decimals. */
const largestRounded = Number.MAX_SAFE_INTEGER / decimalsKept;

const textOfNumber = (value: number): string =>
  String(Math.abs(value) < largestRounded ? Math.round(value * decimalsKept) / decimalsKept : value);

/**
 * Write rows as an HTML table. Cells and rows have no end tags, which HTML does not ask for: a browser copies in one go, the longer the more there is.
 *
 * @example htmlOfRows([['Customer'], ['=1+1']]) //=> a table in which Excel shows =1+1 and does not calculate it
 */
export const htmlOfRows = (rows: CopiedRows): string => `<table>${htmlRows(rows)}</table>`;

const htmlRows = (rows: CopiedRows): string =>
  rows.map(cells => `<tr>${cells.map(htmlCell).join('')}`).join('');

function htmlCell(cell: string | number | null): string {
  if (typeof cell !== 'string') return `<td>${cell === null ? '' : textOfNumber(cell)}`;
  const text = cell.replaceAll(wordJoiner, '');
  return `<td${couldBeTakenOtherwise(text) ? asText : ''}>${escapeHtml(text)}`;
}

/**
 * Write rows as text with tabs. A text that Excel would calculate gets the apostrophe by which it stays a text.
 *
 * @example textOfRows([['Customer', 'Exposure'], ['Acme', 12.5]]) //=> 'Customer\tExposure\nAcme\t12.5'
 */
export const textOfRows = (rows: CopiedRows): string =>
  rows.map(cells => cells.map(plainCell).join('\t')).join('\n');

const plainCell = (cell: string | number | null): string =>
  typeof cell === 'number'
    ? textOfNumber(cell)
    : String(writtenCell((cell ?? '').replaceAll(wordJoiner, ''))).replaceAll(/[\t\r\n]+/g, ' ');

/** Rows that are written before the work stops for others. */
const rowsInSlice = 250;

/** A table as it is put on the clipboard, in both of its forms. */
interface WrittenTable {
  readonly html: string;
  readonly text: string;
}

function* writeRowsInSlices(rows: CopiedRows): Slices<WrittenTable> {
  const html = ['<table>'];
  const text: string[] = [];
  for (let from = 0; from < rows.length; from += rowsInSlice) {
    const written = rows.slice(from, from + rowsInSlice);
    html.push(htmlRows(written));
    text.push(textOfRows(written));
    yield;
  }
  html.push('</table>');
  return { html: yield* joinForBrowser(html, ''), text: yield* joinForBrowser(text, '\n') };
}

/** Join parts to a text of the browser's own: of one that was put together here it takes a copy each time, also in the one task in which it copies. */
function* joinForBrowser(parts: readonly string[], separator: string): Slices<string> {
  const whole = parts.join(separator);
  yield;
  const { data } = document.createTextNode(whole);
  yield;
  return data;
}

/**
 * Put rows on the clipboard. The browser is asked to copy, which a press of a button allows; where it does not, by the clipboard's own interface,
 * which takes every table apart and together again to look for what is dangerous: seconds for fifty thousand rows, in which the pane stands still.
 *
 * @returns Whether they are there.
 */
export async function copyRows(rows: CopiedRows): Promise<boolean> {
  const { html, text } = await inSlices(writeRowsInSlices(rows));
  return copyByCommand(html, text) || copyByInterface(html, text);
}

async function copyByInterface(html: string, text: string): Promise<boolean> {
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/html': new Blob([html], { type: 'text/html' }),
        'text/plain': new Blob([text], { type: 'text/plain' }),
      }),
    ]);
    return true;
  } catch {
    return false;
  }
}

function copyByCommand(html: string, text: string): boolean {
  let isCopied = false;
  const fill = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    isCopied = true;
  };
  document.addEventListener('copy', fill);
  try {
    document.execCommand('copy');
  } catch {
    return false;
  } finally {
    document.removeEventListener('copy', fill);
  }
  return isCopied;
}
