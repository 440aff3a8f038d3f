import { isOnSheet, maxColumns, maxRows, parseArea } from '../address';
import type { BookSheet } from '../bookSheet';
import type { BookState } from '../bookState';
import { coverMerges } from '../merges';
import { BookError } from '../refusals';
import type { Area, Sheet } from '../types';

const firstCell: Area = parseArea('A1')!;

/** Which sheet is looked at, and what is selected on each. */
export class View {
  #activeSheet: BookSheet;
  readonly #selections = new Map<Sheet, readonly Area[]>();

  constructor(
    private readonly state: BookState,
    activeSheet: BookSheet,
  ) {
    this.#activeSheet = activeSheet;
  }

  get activeSheet(): BookSheet {
    return this.#activeSheet;
  }

  get selection(): readonly Area[] {
    return this.#selections.get(this.#activeSheet) ?? [selectable(this.#activeSheet, firstCell)];
  }

  activate(sheet: BookSheet): void {
    if (sheet === this.#activeSheet) return;
    if (sheet.visibility !== 'Visible') throw new BookError('hiddenSheet');
    this.#activeSheet = sheet;
    this.state.emit({ kind: 'sheetActivated', sheet });
    this.#tellSelection();
  }

  /** Go to a sheet that can be seen, where the one that is looked at no longer can. */
  leaveUnseen(): void {
    const { sheets } = this.state;
    if (sheets.includes(this.#activeSheet) && this.#activeSheet.visibility === 'Visible') return;
    this.activate(sheets.find(sheet => sheet.visibility === 'Visible')!);
  }

  select(sheet: BookSheet, areas: readonly Area[]): void {
    if (areas.length === 0 || !areas.every(isOnSheet)) throw new BookError('selectionOutside');
    this.#selections.set(
      sheet,
      areas.map(area => ({ ...selectable(sheet, area) })),
    );
    if (sheet !== this.#activeSheet) this.activate(sheet);
    else this.#tellSelection();
  }

  #tellSelection(): void {
    this.state.emit({ kind: 'selectionChanged', sheet: this.#activeSheet, areas: this.selection });
  }
}

/** A cell that is merged is selected with all of its merge, lines as they are. */
function selectable(sheet: Sheet, area: Area): Area {
  const isLine = area.rowCount >= maxRows || area.columnCount >= maxColumns;
  return isLine ? area : coverMerges(sheet, area);
}
