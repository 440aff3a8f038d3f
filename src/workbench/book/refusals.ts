/** Everything that the book refuses. The page says each of it in the user's language (`page/refusalTexts.ts`). */
const refusals = {
  areaOutside: ['InvalidArgument', 'The area lies outside the sheet.'],
  linesOutside: ['InvalidArgument', 'The rows or columns lie outside the sheet.'],
  selectionOutside: ['InvalidArgument', 'The selection lies outside the sheet.'],
  arraySort: ['InvalidOperation', 'Part of an array cannot be sorted.'],
  chartMissing: ['ItemNotFound', 'There is no chart {name}.'],
  chartSheet: ['InvalidOperation', 'A chart sheet has no cells.'],
  columnMissing: ['InvalidArgument', 'There is no such column.'],
  contentOffSheet: ['InvalidOperation', 'Content would be pushed off the sheet.'],
  entry: ['InvalidArgument', 'This cell takes only certain values.'],
  formulaMalformed: ['InvalidArgument', 'This is not a formula that can be read.'],
  filterWithoutTable: ['InvalidOperation', 'Only tables have filters here.'],
  formatMissing: ['ItemNotFound', 'There is no such conditional format.'],
  hiddenSheet: ['InvalidOperation', 'A hidden sheet cannot be activated.'],
  lastVisibleSheet: ['InvalidOperation', 'A workbook needs a visible sheet.'],
  mergedSort: ['InvalidOperation', 'Merged cells cannot be sorted.'],
  nameInvalid: ['InvalidArgument', '{name} is not a valid name.'],
  nameMissing: ['ItemNotFound', 'There is no name {name}.'],
  nameTaken: ['ItemAlreadyExists', 'The name {name} is taken.'],
  nothingToFill: ['InvalidArgument', 'Select the cells to fill as well.'],
  partOfArray: ['InvalidOperation', 'Part of an array formula cannot be changed.'],
  protectedSheet: ['AccessDenied', 'The sheet {name} is protected.'],
  protectedStructure: ['AccessDenied', 'The structure of the workbook is protected.'],
  ruleWithoutArea: ['InvalidArgument', 'A rule needs an area.'],
  sheetDeleted: ['ItemNotFound', 'The sheet {name} was deleted.'],
  sheetMissing: ['ItemNotFound', 'There is no sheet {name} in this workbook.'],
  sheetNameInvalid: ['InvalidArgument', '{name} is not a valid name for a sheet.'],
  sheetNameTaken: ['ItemAlreadyExists', 'There is a sheet {name}.'],
  tableMissing: ['ItemNotFound', 'There is no table {name}.'],
  tableOverlaps: ['InvalidArgument', 'The area overlaps the table {name}.'],
  tableRows: ['InvalidArgument', "A table keeps its header's row and has a row below it."],
  tornApart: ['InvalidOperation', 'A table or a merged cell would be torn apart.'],
} as const;

export type RefusalKind = keyof typeof refusals;

export const refusalKinds = Object.keys(refusals) as RefusalKind[];

/** A refusal of the book, with Excel's own error code for add-ins and a sentence in English, which is what add-ins are told. */
export class BookError extends Error {
  readonly code: string;

  /** @param subject what is named in the sentence: a sheet, a table, a name */
  constructor(
    readonly kind: RefusalKind,
    readonly subject = '',
  ) {
    const [code, message] = refusals[kind];
    super(message.replace('{name}', () => subject));
    this.code = code;
  }
}

/** What was entered is not what the cell's rule lets in. Title and message are the rule's own, `''` where it has none. */
export class EntryRefusal extends BookError {
  constructor(
    readonly title: string,
    message: string,
  ) {
    super('entry');
    this.message = message;
  }
}
