import { columnLetters } from '../address';

/** Page layout came with this set; sheets are made without it too. */
const pageLayoutApi = '1.9';

/** In points: what A4 leaves between the usual margins, and how far it may be scaled down before nobody can read it. */
const pageWidths = { Portrait: 494, Landscape: 740 } as const;
const smallestScale = 0.5;

export interface Paper {
  readonly orientation: keyof typeof pageWidths;
  /** Of all columns, in points: what is far wider than a page goes onto several. */
  readonly width: number;
  /** Zero-based row that stands above the table on every page. */
  readonly headerRow?: number;
}

/** Set a new sheet up for printing on A4, one page wide where that can be read, inside a batch of the caller; an older Excel prints it as it prints any sheet. */
export function putOnA4(sheet: Excel.Worksheet, { orientation, width, headerRow }: Paper): void {
  if (!Office.context.requirements.isSetSupported('ExcelApi', pageLayoutApi)) return;
  const { pageLayout } = sheet;
  pageLayout.paperSize = Excel.PaperType.a4;
  pageLayout.orientation =
    orientation === 'Landscape' ? Excel.PageOrientation.landscape : Excel.PageOrientation.portrait;
  if (pageWidths[orientation] / width >= smallestScale) pageLayout.zoom = { horizontalFitToPages: 1 };
  if (headerRow !== undefined) pageLayout.setPrintTitleRows(`$${headerRow + 1}:$${headerRow + 1}`);
  pageLayout.headersFooters.defaultForAllPages.leftFooter = '&A';
  pageLayout.headersFooters.defaultForAllPages.rightFooter = '&P / &N';
}

/** Print blocks of columns each on pages of their own, inside a batch of the caller: beside each other on one page nobody could read them. */
export function printApart(
  sheet: Excel.Worksheet,
  blocks: readonly { readonly column: number; readonly columnCount: number }[],
): void {
  if (!Office.context.requirements.isSetSupported('ExcelApi', pageLayoutApi)) return;
  const columns = blocks.map(({ column, columnCount }) =>
    [column, column + columnCount - 1].map(columnLetters).join(':'),
  );
  // Whole columns: what is added below is printed too.
  sheet.pageLayout.setPrintArea(sheet.getRanges(columns.join(',')));
}
