import { isBlankCell, isErrorCell } from '../../ledger/cell';
import type { Cell } from '../../ledger/ledger';
import { shownText } from '../../ownTable';
import type { Problem, ProblemKey } from '../../problem';
import { type Bilingual, inEveryLanguage } from '../policy';
import { comparable, type FoundRow, type FoundSection } from './policyCells';
import { columnName, sectionName } from './policySections';

/** What a number of the policy may be; without an end there is no bound. */
export interface NumberBounds {
  readonly lowest?: number;
  readonly highest?: number;
  /** What an empty cell or an absent column means; without it, it is a problem. */
  readonly ifBlank?: number;
}

const onWords: Readonly<Record<'on' | 'off', readonly string[]>> = {
  on: ['true', 'yes', 'on', 'y', '是', '开', '启用', '1'],
  off: ['false', 'no', 'off', 'n', '否', '关', '停用', '0'],
};

const longestValue = 40;

/**
 * Reads the cells of one row of the policy by column. What it cannot read becomes one of its `problems`, one a column; what it
 * answers for such a cell is of no use, so that a row can be read in one go and asked once.
 */
export class RowReader {
  private readonly reported = new Map<string, Problem>();

  constructor(
    private readonly found: FoundSection,
    private readonly row: FoundRow,
  ) {}

  get problems(): readonly Problem[] {
    return [...this.reported.values()];
  }

  /** Read a text, trimmed, without the apostrophe by which a name such as `'+10` was kept from being a formula; `''` when blank or an error. */
  text(key: string): string {
    const cell = this.cell(key);
    if (isErrorCell(cell)) {
      this.report('policyValueUnreadable', key);
      return '';
    }
    if (typeof cell === 'number' && cell !== 0) return String(cell);
    return typeof cell === 'string' ? shownText(cell.trim()) : '';
  }

  /** Read a number, also one written as text (`25`, `25%`). */
  number(key: string, { lowest, highest, ifBlank }: NumberBounds = {}): number {
    const cell = this.cell(key);
    if (isBlankCell(cell) && ifBlank !== undefined) return ifBlank;
    const value = numberIn(cell);
    if (Number.isNaN(value)) {
      this.report('policyValueUnreadable', key);
      return Number.NaN;
    }
    const isOutside = value < (lowest ?? value) || value > (highest ?? value);
    if (isOutside) {
      this.report('policyValueOutOfBounds', key, { lowest: lowest ?? '−∞', highest: highest ?? '∞' });
    }
    return value;
  }

  /** Read TRUE or FALSE, also as yes and no in either language. */
  boolean(key: string, ifBlank?: boolean): boolean {
    const cell = this.cell(key);
    if (typeof cell === 'boolean') return cell;
    if (ifBlank !== undefined && isBlankCell(cell)) return ifBlank;
    const word = typeof cell === 'number' ? String(cell) : comparable(cell);
    const isOn = onWords.on.includes(word);
    if (!isOn && !onWords.off.includes(word)) this.report('policyValueUnreadable', key);
    return isOn;
  }

  /** Report a value that is written as text: native formulas compare with the cell itself, and to them a text is none. */
  refuseText(...keys: readonly string[]): void {
    for (const key of keys) {
      if (valueOfText(this.cell(key)) !== null) this.report('policyTextValue', key);
    }
  }

  /** Read one of some words, in any language or as it is called in code. */
  choice<T extends string>(key: string, words: Readonly<Record<T, Bilingual>>, ifBlank?: T): T {
    const cell = this.cell(key);
    const isEmpty = isBlankCell(cell) || cell === 0;
    if (isEmpty && ifBlank !== undefined) return ifBlank;
    const word = comparable(cell);
    const options = Object.keys(words) as T[];
    const chosen = options.find(option =>
      [option, ...inEveryLanguage(words[option])].some(text => comparable(text) === word),
    );
    if (chosen === undefined) this.report('policyValueUnreadable', key);
    return chosen ?? options[0]!;
  }

  /** Read the code of a row: one of `codes`, whatever the case. */
  code<T extends string>(key: string, codes: readonly [T, ...T[]]): T {
    const text = comparable(this.text(key));
    const code = codes.find(candidate => candidate.toLowerCase() === text);
    if (code === undefined) this.report('policyValueUnreadable', key);
    return code ?? codes[0];
  }

  cell(key: string): Cell {
    const column = this.found.columns.get(key);
    return column === undefined ? null : this.row.cells[column];
  }

  /** Say that the cell of a column is wrong, naming section, row, column and what it holds. */
  report(key: ProblemKey, columnKey: string, more: Readonly<Record<string, string | number>> = {}): void {
    if (this.reported.has(columnKey)) return;
    const { section } = this.found;
    const known = section.columns.find(column => column.key === columnKey);
    this.reported.set(columnKey, {
      code: 'value',
      key,
      detail: {
        section: sectionName(section),
        row: this.row.row,
        column: known ? columnName(known) : columnKey,
        value: shown(this.cell(columnKey)),
        ...more,
      },
    });
  }
}

/** Read the name in both languages; one stands in for the other, and `otherwise` for both. */
export function namesIn(reader: RowReader, otherwise = ''): Bilingual {
  const english = reader.text('english');
  const chinese = reader.text('chinese');
  return { en: english || chinese || otherwise, zh: chinese || english || otherwise };
}

function numberIn(cell: Cell): number {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : Number.NaN;
  if (typeof cell !== 'string') return Number.NaN;
  const [, digits, percent] = /^([+-]?\d+(?:\.\d+)?)\s*(%?)$/.exec(cell.normalize('NFKC').trim()) ?? [];
  if (digits === undefined) return Number.NaN;
  return percent ? Number(digits) / 100 : Number(digits);
}

/**
 * Give the number or truth that a text says; null for other texts, and for cells that are no text.
 *
 * @example valueOfText('95%') //=> 0.95
 * @example valueOfText('是') //=> true
 */
export function valueOfText(cell: Cell): number | boolean | null {
  if (typeof cell !== 'string') return null;
  const number = numberIn(cell);
  if (!Number.isNaN(number)) return number;
  const word = comparable(cell);
  return onWords.on.includes(word) || (onWords.off.includes(word) ? false : null);
}

/** What a message can quote of a cell: error cells of formulas arrive as objects. */
function shown(cell: Cell): string | number {
  if (typeof cell === 'number') return cell;
  if (cell === null || cell === undefined) return '';
  const text = typeof cell === 'object' && 'code' in cell ? String(cell.code) : String(cell);
  return text.slice(0, longestValue);
}
