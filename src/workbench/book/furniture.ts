/**
 * What of a workbook does not stand in cells: its sheets and names, and the tables, rules, charts, links and sizes of each
 * sheet. It is recorded before and after a change, so that undoing puts back all of it, whoever changed it.
 */
import type { BookSheet } from './bookSheet';
import type { BookState } from './bookState';
import { BookName } from './definedNames';
import { BookTable } from './tables';
import type { Area, DefinedName } from './types';

/** A thing as it was. The thing itself stays: who has it at hand finds it again. */
interface Recorded<T> {
  readonly thing: T;
  readonly said: object;
}

interface SheetRecord extends Recorded<BookSheet> {
  readonly tables: readonly Recorded<BookSheet['tables'][number]>[];
  readonly conditionalFormats: readonly Recorded<BookSheet['conditionalFormats'][number]>[];
  readonly charts: readonly Recorded<BookSheet['charts'][number]>[];
  readonly dataValidations: readonly Recorded<BookSheet['dataValidations'][number]>[];
  readonly hyperlinks: readonly Recorded<BookSheet['hyperlinks'][number]>[];
}

export interface Furniture {
  readonly sheets: readonly SheetRecord[];
  readonly names: readonly (Recorded<DefinedName> & { readonly formula: string })[];
}

/** Lists of things that a sheet has; each is recorded thing by thing. */
const listed = ['tables', 'conditionalFormats', 'charts', 'dataValidations', 'hyperlinks'] as const;

export function recordFurniture({ sheets, names }: BookState): Furniture {
  return {
    sheets: sheets.map(sheet => ({
      thing: sheet,
      said: copyOf(ownOf(sheet)),
      tables: sheet.tables.map(table => ({ thing: table, said: copyOf(ownOfTable(table)) })),
      conditionalFormats: sheet.conditionalFormats.map(recorded),
      charts: sheet.charts.map(recorded),
      dataValidations: sheet.dataValidations.map(recorded),
      hyperlinks: sheet.hyperlinks.map(recorded),
    })),
    names: names.map(name => ({
      thing: name,
      formula: name.formula,
      said: { visible: name.visible, comment: name.comment },
    })),
  };
}

/** What the view of a sheet is like (frozen panes, gridlines) and its protection are not undone, as in Excel. */
const ownOf = (sheet: BookSheet) => ({
  name: sheet.name,
  visibility: sheet.visibility,
  tabColor: sheet.tabColor,
  merges: sheet.merges,
  pageLayout: sheet.pageLayout,
  rowOutline: sheet.rowOutline,
  columnOutline: sheet.columnOutline,
  hiddenRows: sheet.hiddenRows,
  hiddenColumns: sheet.hiddenColumns,
  columnWidths: sheet.columnWidths,
  rowHeights: sheet.rowHeights,
  columnStyles: sheet.columnStyles,
  rowStyles: sheet.rowStyles,
});

const ownOfTable = (table: TableLike) => ({
  name: table.name,
  area: table.area,
  style: table.style,
  showFilterButton: table.showFilterButton,
  showBandedRows: table.showBandedRows,
  totalsRowCount: table.totalsRowCount,
  filters: table.filters,
});

type TableLike = BookSheet['tables'][number];

const recorded = <T extends object>(thing: T): Recorded<T> => ({ thing, said: copyOf({ ...thing }) });

/** Whether two records tell of the same things in the same state. */
export function isSameFurniture(one: Furniture, other: Furniture): boolean {
  return isSame(one.names, other.names) && isSame(one.sheets, other.sheets);
}

/** Put everything back as it was recorded. Gives the sheets that came and went with it. */
export function restoreFurniture(
  state: BookState,
  furniture: Furniture,
): { readonly added: readonly BookSheet[]; readonly removed: readonly BookSheet[] } {
  const sheets = furniture.sheets.map(({ thing }) => thing);
  const removed = state.sheets.filter(sheet => !sheets.includes(sheet));
  const added = sheets.filter(sheet => !state.sheets.includes(sheet));
  for (const sheet of removed) sheet.isDeleted = true;
  for (const sheet of added) sheet.isDeleted = false;
  state.sheets.splice(0, state.sheets.length, ...sheets);
  state.names.splice(0, state.names.length, ...furniture.names.map(({ thing }) => thing));
  for (const { thing, formula, said } of furniture.names) {
    if (thing instanceof BookName) thing.moveFormula(formula);
    Object.assign(thing, said);
  }
  for (const record of furniture.sheets) restoreSheet(record);
  return { added, removed };
}

function restoreSheet(record: SheetRecord): void {
  const { thing: sheet, said } = record;
  const { pageLayout, ...own } = copyOf(said) as ReturnType<typeof ownOf>;
  Object.assign(sheet, own);
  Object.assign(sheet.pageLayout, pageLayout);
  for (const list of listed) Object.assign(sheet, { [list]: record[list].map(({ thing }) => thing) });
  const { conditionalFormats, charts, dataValidations, hyperlinks } = record;
  for (const { thing, said: own } of [...conditionalFormats, ...charts, ...dataValidations, ...hyperlinks]) {
    Object.assign(thing, copyOf(own));
  }
  for (const { thing: table, said: own } of record.tables) {
    const { name, filters, ...rest } = copyOf(own) as ReturnType<typeof ownOfTable>;
    Object.assign(table, rest);
    if (table instanceof BookTable) table.takeBackName(name);
    table.filters.clear();
    for (const [column, excluded] of filters) table.filters.set(column, excluded);
  }
}

/** Whether formulas could mean other cells: sheets, names or tables differ. */
export function isSameToFormulas(one: Furniture, other: Furniture): boolean {
  return isSame(namesOf(one), namesOf(other));
}

const namesOf = ({ sheets, names }: Furniture): unknown => [
  sheets.map(({ thing, said, tables }) => [
    thing,
    (said as { readonly name: string }).name,
    tables.map(table => {
      const { name, area } = table.said as { readonly name: string; readonly area: Area };
      return [table.thing, name, area];
    }),
  ]),
  names.map(({ thing, formula }) => [thing, formula]),
];

/** A copy that nothing done to the original reaches. */
function copyOf<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  const copied: unknown = Array.isArray(value)
    ? value.map(copyOf)
    : value instanceof Set
      ? new Set(value)
      : value instanceof Map
        ? new Map(value)
        : Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copyOf(each)]));
  return copied as T;
}

/** Equal in what they say. Things themselves are compared by what is recorded of them. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (one instanceof Set) {
    return other instanceof Set && one.size === other.size && [...one].every(each => other.has(each));
  }
  if (one instanceof Map) {
    if (!(other instanceof Map) || one.size !== other.size) return false;
    return [...one].every(([key, each]) => isSame(each, other.get(key)));
  }
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  if (keys.length !== others.length) return false;
  const [first, second] = [one as Record<string, unknown>, other as Record<string, unknown>];
  return keys.every(key => (key === 'thing' ? first[key] === second[key] : isSame(first[key], second[key])));
}
