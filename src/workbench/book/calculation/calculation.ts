import { type BookSheet, cellKey } from '../bookSheet';
import type { BookState } from '../bookState';
import type { Area, CellValue, CustomFunctionProvider } from '../types';
import { FormulaCell } from './formulaCell';

export class Calculation {
  provider: CustomFunctionProvider | null = null;
  isCalculating = false;

  constructor(readonly state: BookState) {}

  setFormula(sheet: BookSheet, row: number, column: number, text: string): void {
    sheet.formulas.set(cellKey(row, column), new FormulaCell(sheet, row, column, text));
    sheet.grid.put(row, column, 0);
  }
  removeFormula(sheet: BookSheet, row: number, column: number): void {
    sheet.formulas.delete(cellKey(row, column));
    sheet.grid.put(row, column, null);
  }
  contentChanged(_sheet: BookSheet, _area: Area): void {}
  structureChanged(): void {}
  nameChanged(_name: string): void {}
  run(_full = false): void {}
  suspend(): void {}
  resume(): void {}
  evaluate(_formula: string, _sheet: BookSheet, _row: number, _column: number): CellValue | CellValue[][] {
    return 0;
  }
  isConditionMet(_formula: string, _sheet: BookSheet, _base: Area, _row: number, _column: number): boolean {
    return false;
  }
  idle(): Promise<void> {
    return Promise.resolve();
  }
}
