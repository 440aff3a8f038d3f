import { containsCell, maxColumns } from './address';
import type { FormulaCell } from './calculation/formulaCell';
import { CellGrid, type Clock } from './cellGrid';
import type { Chart } from './chart/chart';
import type { EntityCard } from './entityCard';
import { displayText } from './numberFormat';
import { newOutline } from './outline';
import { newPageLayout } from './pageLayout';
import type { StylePalette } from './stylePalette';
import type {
  Area,
  CellStyle,
  CellValue,
  ConditionalFormat,
  DataValidation,
  Hyperlink,
  Permission,
  Sheet,
  Table,
} from './types';

/** What a sheet needs to know of its book to show its cells. */
export interface SheetSurroundings {
  readonly clock: Clock;
  readonly palette: StylePalette;
  readonly locale: string;
  readonly date1904: boolean;
}

export const cellKey = (row: number, column: number): number => row * maxColumns + column;

export class BookSheet implements Sheet {
  visibility: Sheet['visibility'] = 'Visible';
  isProtected = false;
  permissions: ReadonlySet<Permission> = new Set();
  tabColor = '';
  frozenRows = 0;
  frozenColumns = 0;
  showGridlines = true;
  zoom = 1;
  merges: Area[] = [];
  tables: Table[] = [];
  conditionalFormats: ConditionalFormat[] = [];
  charts: Chart[] = [];
  dataValidations: DataValidation[] = [];
  hyperlinks: Hyperlink[] = [];
  readonly pageLayout = newPageLayout();
  rowOutline = newOutline();
  columnOutline = newOutline();
  hiddenRows = new Set<number>();
  hiddenColumns = new Set<number>();
  columnWidths = new Map<number, number>();
  rowHeights = new Map<number, number>();

  readonly grid: CellGrid;
  readonly formulas = new Map<number, FormulaCell>();
  /** Formulas that fill more cells than their own, and those that want to and are blocked. */
  readonly spilling = new Set<FormulaCell>();
  readonly blocked = new Set<FormulaCell>();
  columnStyles = new Map<number, number>();
  rowStyles = new Map<number, number>();
  isDeleted = false;

  constructor(
    readonly id: string,
    public name: string,
    readonly kind: Sheet['kind'],
    private readonly surroundings: SheetSurroundings,
  ) {
    this.grid = new CellGrid(surroundings.clock);
  }

  value(row: number, column: number): CellValue {
    return this.grid.get(row, column);
  }

  formula(row: number, column: number): string | null {
    return this.formulas.get(cellKey(row, column))?.text ?? null;
  }

  styleNumber(row: number, column: number): number {
    return (
      this.grid.style(row, column) || (this.rowStyles.get(row) ?? 0) || (this.columnStyles.get(column) ?? 0)
    );
  }

  style(row: number, column: number): CellStyle {
    return this.surroundings.palette.style(this.styleNumber(row, column));
  }

  text(row: number, column: number): string {
    const value = this.grid.get(row, column);
    return value === null
      ? ''
      : displayText(value, this.style(row, column).numberFormat ?? 'General', this.surroundings);
  }

  spill(row: number, column: number): ReturnType<Sheet['spill']> {
    const anchor = this.spillAnchor(row, column);
    if (!anchor?.spill) return null;
    return { anchor: { row: anchor.row, column: anchor.column }, area: anchor.spill };
  }

  /** The formula whose spill the cell anchors or lies in. */
  spillAnchor(row: number, column: number): FormulaCell | null {
    const own = this.formulas.get(cellKey(row, column));
    if (own?.spill) return own;
    if (!this.grid.isSpilled(row, column)) return null;
    for (const anchor of this.spilling) {
      if (anchor.spill && containsCell(anchor.spill, row, column)) return anchor;
    }
    return null;
  }

  arrayFormula(row: number, column: number): Area | null {
    const anchor = this.spillAnchor(row, column);
    return anchor?.array ? { row: anchor.row, column: anchor.column, ...anchor.array } : null;
  }

  card(row: number, column: number): EntityCard | null {
    const value = this.grid.get(row, column);
    if (typeof value !== 'string') return null;
    const cell = this.formulas.get(cellKey(row, column)) ?? this.spillAnchor(row, column);
    for (const { cards } of cell?.calls ?? []) {
      const found = cards.find(({ text }) => text === value);
      if (found) return found;
    }
    return null;
  }

  usedArea(valuesOnly: boolean): Area | null {
    return this.grid.usedArea(valuesOnly);
  }
}
