/** How a sheet is printed, as the book keeps it. Lengths in points, as Office.js has them. */

export interface PageMargins {
  top: number;
  bottom: number;
  left: number;
  right: number;
  header: number;
  footer: number;
}

/** The three parts of the header and of the footer, with Excel's own codes such as `&P`. */
export interface HeadersFooters {
  leftHeader: string;
  centerHeader: string;
  rightHeader: string;
  leftFooter: string;
  centerFooter: string;
  rightFooter: string;
}

export interface PageLayout {
  orientation: 'Portrait' | 'Landscape';
  /** The number files have for it: 9 is A4; null is the printer's own. */
  paperSize: number | null;
  /** Percent, or null where the pages are fitted. */
  scale: number | null;
  /** Pages to fit to; null is as many as it takes. */
  horizontalFitToPages: number | null;
  verticalFitToPages: number | null;
  readonly margins: PageMargins;
  readonly headersFooters: HeadersFooters;
  centerHorizontally: boolean;
  centerVertically: boolean;
  printGridlines: boolean;
  printHeadings: boolean;
  blackAndWhite: boolean;
  draftMode: boolean;
  firstPageNumber: number | null;
  printOrder: 'DownThenOver' | 'OverThenDown';
  /** Zero-based rows before which a page begins by hand, ascending. */
  rowBreaks: readonly number[];
}

/** Excel's usual margins: 0.7 inch at the sides, 0.75 above and below, 0.3 for header and footer. */
export const usualMargins: Readonly<PageMargins> = {
  top: 54,
  bottom: 54,
  left: 50.4,
  right: 50.4,
  header: 21.6,
  footer: 21.6,
};

export function newPageLayout(): PageLayout {
  return {
    orientation: 'Portrait',
    paperSize: null,
    scale: 100,
    horizontalFitToPages: null,
    verticalFitToPages: null,
    margins: { ...usualMargins },
    headersFooters: {
      leftHeader: '',
      centerHeader: '',
      rightHeader: '',
      leftFooter: '',
      centerFooter: '',
      rightFooter: '',
    },
    centerHorizontally: false,
    centerVertically: false,
    printGridlines: false,
    printHeadings: false,
    blackAndWhite: false,
    draftMode: false,
    firstPageNumber: null,
    printOrder: 'DownThenOver',
    rowBreaks: [],
  };
}

export const isFittedToPages = (layout: PageLayout): boolean =>
  layout.horizontalFitToPages !== null || layout.verticalFitToPages !== null;

/** The numbers that files have for paper (ECMA-376 18.3.1.63), by their names in Office.js. */
export const paperSizes: Readonly<Record<string, number>> = {
  Letter: 1,
  LetterSmall: 2,
  Tabloid: 3,
  Ledger: 4,
  Legal: 5,
  Statement: 6,
  Executive: 7,
  A3: 8,
  A4: 9,
  A4Small: 10,
  A5: 11,
  B4: 12,
  B5: 13,
};
