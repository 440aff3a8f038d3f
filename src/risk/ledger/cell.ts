import type { Cell } from './ledger';

const errorTexts = new Set([
  '#N/A',
  '#VALUE!',
  '#REF!',
  '#DIV/0!',
  '#NAME?',
  '#NUM!',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
  '#BUSY!',
  '#FIELD!',
  '#BLOCKED!',
  '#CONNECT!',
  '#UNKNOWN!',
  '#GETTING_DATA',
]);

/** Characters that nobody sees: of no width, hyphens for the end of a line, marks of direction. */
const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** A glance, as a ledger has millions of texts. */
const beginsUnseen = (text: string): boolean => {
  const first = text.charCodeAt(0);
  return first === 0xad || (first >= 0x200b && first <= 0x2060);
};

const longestFound = 60;

/** Half-width characters and unified ideographs, which normalisation leaves alone, with single spaces between them. */
const plainAlready = /^[!-~\u4e00-\u9fff]+(?: [!-~\u4e00-\u9fff]+)*$/;

/**
 * Tell whether a cell holds nothing: `null`, `undefined`, `""` or only spaces (also full-width, no-break and zero-width ones).
 *
 * @example isBlankCell('　') //=> true
 */
export function isBlankCell(cell: Cell): boolean {
  if (cell === null || cell === undefined || cell === '') return true;
  return (
    typeof cell === 'string' &&
    (cell.trim() === '' || (beginsUnseen(cell) && cell.replace(unseen, '').trim() === ''))
  );
}

/**
 * Tell whether a cell holds one of Excel's error texts.
 *
 * @example isErrorCell('#N/A') //=> true
 */
export function isErrorCell(cell: Cell): boolean {
  return typeof cell === 'string' && cell.includes('#') && errorTexts.has(cell.trim());
}

/**
 * Write a cell as plain text: full-width letters and digits made half-width, spaces trimmed and collapsed.
 *
 * @example plainText(' ＡＢＣ　１２ ') //=> 'ABC 12'
 */
export function plainText(cell: Cell): string {
  if (isBlankCell(cell)) return '';
  // Most texts are plain already, and a ledger has millions of them.
  if (typeof cell === 'string' && plainAlready.test(cell)) return cell;
  return rawText(cell).normalize('NFKC').replace(unseen, '').replace(/\s+/g, ' ').trim();
}

/** A cell as text, also an object whose own `toString` would fail. */
export const rawText = (cell: Cell): string =>
  typeof cell === 'object' && cell !== null ? Object.prototype.toString.call(cell) : String(cell);

/**
 * Write what a cell held for a finding: numbers with the 15 digits that Excel shows, shortened to 60 characters.
 *
 * @example foundText(-3703703.6730000004) //=> '-3703703.673'
 */
export function foundText(cell: Cell): string {
  const shown = typeof cell === 'number' ? Number(cell.toPrecision(15)) : cell;
  const text = isBlankCell(shown) ? '' : rawText(shown).trim();
  return text.length > longestFound ? `${text.slice(0, longestFound - 1)}…` : text;
}
