/** Why a file cannot be opened; the workbench shows the message as it is. */
export type FileProblemCode = 'encrypted' | 'oldFormat' | 'notWorkbook' | 'damaged' | 'tooLarge';

const messages: Readonly<Record<FileProblemCode, string>> = {
  encrypted: 'This workbook is protected by a password. Save a copy without one and open that.',
  oldFormat: 'This is an old .xls workbook. Save it as .xlsx and open that.',
  notWorkbook:
    'This file is neither an .xlsx workbook or XML spreadsheet, nor a .csv text, nor a page with a table.',
  damaged: 'This workbook is damaged: a part that every workbook has is missing or cannot be read.',
  tooLarge: 'This file has more rows or columns than a sheet can hold.',
};

export class FileProblem extends Error {
  constructor(
    readonly code: FileProblemCode,
    detail = '',
  ) {
    super(detail ? `${messages[code]} (${detail})` : messages[code]);
    this.name = 'FileProblem';
  }
}
