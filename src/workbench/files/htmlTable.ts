/** Tables of web pages, which many programs write into files that they call `.xls`. */
import { maxColumns, maxRows } from '../book/address';
import { type DelimitedContent, type Field, typeFields } from './delimitedText';
import { FileProblem } from './fileProblem';
import { decodeText } from './textEncoding';

const beginsAsPage = /^[\s\uFEFF]*<(?:!doctype html|\?xml|!--|html|head|meta|style|body|div|center|table)\b/i;
const looksAt = 65_536;

/**
 * Tell whether the bytes are a web page with a table.
 *
 * @example isHtmlTable(new TextEncoder().encode('<table><tr><td>Acme</td></tr></table>')) //=> true
 */
export function isHtmlTable(bytes: Uint8Array): boolean {
  const text = decodeText(bytes.subarray(0, looksAt));
  return beginsAsPage.test(text) && /<table[\s>]/i.test(text) && !/<Workbook[\s>]/.test(text);
}

/**
 * Read the tables of a web page, one below the other, with the lines of text between them, as Excel opens them. Merged cells have their text in the
 * first. Nothing of the page runs or is fetched: its tags are read, and all else is text.
 *
 * @throws FileProblem `tooLarge` beyond the size of a sheet
 */
export function readHtmlTable(bytes: Uint8Array): DelimitedContent {
  const page = decodeText(bytes);
  const grid = new PageGrid(textClassesOf(page));
  const body = page.replace(/<!--[\s\S]*?-->|<(script|style|title)\b[\s\S]*?<\/\1\s*>/gi, '');
  for (const [, closing, name, attributes, text] of body.matchAll(token)) {
    if (name === undefined) grid.write(text);
    else grid.take(name.toLowerCase(), closing === '/', attributes);
  }
  return typeFields(grid.finish());
}

/** A tag with its attributes, or text; a `<` that begins no tag is text. */
const token = /<(\/?)([a-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|([^<]+|<)/gi;

/** Texts of such cells stay text: Excel's format `@`. */
const textFormat = /mso-number-format\s*:\s*["']?\\?@/i;
const textClass = /\.([\w-]+)\s*\{[^}]*mso-number-format\s*:\s*["']?\\?@/gi;

const textClassesOf = (page: string): ReadonlySet<string> =>
  new Set([...page.matchAll(textClass)].map(([, name]) => name));

/** What `<br>` stands as until spaces are folded. */
const lineBreak = '\u2028';

const blocks: ReadonlySet<string> = new Set([
  'p',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'caption',
  'center',
]);

/** Puts texts where the rows and cells of a page's tables say. */
class PageGrid {
  private readonly rows: Field[][] = [];
  /** By column, for how many further rows a cell above reaches down. */
  private readonly reaching: number[] = [];
  private row: Field[] | null = null;
  private cell: { readonly attributes: string; text: string } | null = null;
  /** What stands outside of cells. */
  private line = '';

  constructor(private readonly textClasses: ReadonlySet<string>) {}

  write(text: string): void {
    if (this.cell) this.cell.text += text;
    else this.line += text;
  }

  take(name: string, isClosing: boolean, attributes: string): void {
    if (name === 'table' && !isClosing) this.leaveLayout();
    if (name === 'br') this.write(lineBreak);
    else if (name === 'tr' || name === 'table') this.endRow(name === 'tr' && !isClosing);
    else if (name === 'td' || name === 'th') this.endCell(isClosing ? null : attributes);
    else if (blocks.has(name) && this.row === null) this.endLine();
  }

  finish(): readonly (readonly Field[])[] {
    this.endRow(false);
    return this.rows;
  }

  /** A table in a cell that is empty so far: the row around it only lays out the page. */
  private leaveLayout(): void {
    const isEmpty = this.row?.every(field => field === '') && readable(this.cell?.text ?? '') === '';
    if (!isEmpty) return;
    this.row = null;
    this.cell = null;
  }

  private endRow(begins: boolean): void {
    this.endCell(null);
    if (this.row) this.add(this.row);
    else this.endLine();
    this.row = begins ? [] : null;
    if (!begins) return;
    for (const column of this.reaching.keys()) this.reaching[column] = Math.max(0, this.reaching[column] - 1);
  }

  private endCell(next: string | null): void {
    if (this.cell && this.row) this.put(this.row, this.cell.attributes, readable(this.cell.text));
    this.cell = next === null || this.row === null ? null : { attributes: next, text: '' };
  }

  private put(row: Field[], attributes: string, text: string): void {
    let column = row.length;
    while (this.reaching[column] > 0) column++;
    const [width, height] = ['colspan', 'rowspan'].map(name => spanOf(attributes, name));
    if (column + width > maxColumns) throw new FileProblem('tooLarge');
    while (row.length < column) row.push('');
    const className = /\bclass\s*=\s*["']?([\w-]+)/i.exec(attributes)?.[1] ?? '';
    const isText = textFormat.test(attributes) || this.textClasses.has(className);
    row.push(isText ? { text } : text);
    while (row.length < column + width) row.push('');
    for (let at = column; at < column + width; at++) this.reaching[at] = height;
  }

  private endLine(): void {
    const line = readable(this.line);
    this.line = '';
    if (line !== '') this.add([line]);
  }

  private add(row: Field[]): void {
    if (this.rows.length >= maxRows) throw new FileProblem('tooLarge');
    this.rows.push(row);
  }
}

/** A page may claim any span; a sheet has so many rows. */
function spanOf(attributes: string, name: string): number {
  const written = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,7})`, 'i').exec(attributes)?.[1];
  return Math.min(Math.max(1, Number(written ?? 1)), maxRows);
}

const named: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  euro: '€',
  pound: '£',
  yen: '¥',
  ndash: '–',
  mdash: '—',
  middot: '·',
};

/** A text as the page shows it: white space as one space, entities as their characters, breaks as lines. */
function readable(text: string): string {
  return text
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hexadecimal, name) =>
      name === undefined
        ? characterOf(decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal))
        : (named[name.toLowerCase()] ?? whole),
    )
    .replace(/ ?\u2028 ?/g, '\n')
    .replace(/^[\s\u00a0]+|[\s\u00a0]+$/g, '');
}

const characterOf = (code: number): string =>
  code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
