import { maxColumns, maxRows } from '../../book/address';
import { type HeadersFooters, isFittedToPages, type PageMargins, paperSizes } from '../../book/pageLayout';
import { addressesOf, printName } from '../../book/printNames';
import type { Area, Sheet } from '../../book/types';
import { ApiError } from '../batch/apiError';
import type { Argument } from '../batch/callArguments';
import { ModelObject, type ObjectClass, type Property } from '../batch/modelObject';
import { required } from '../batch/required';
import type { Session } from '../session';
import { absoluteReferenceOf, areasAt, isEntireColumn, isEntireRow, type SheetArea } from '../sheetArea';
import { isJsonObject, type Json, type JsonObject } from '../wire/json';
import { asFlag, asNumber, asOneOf, asText } from './commonStyle';
import { assertHeader } from './limits';
import { isRange, range } from './range';
import { rangeAreas } from './rangeAreas';
import { requireWritable } from './writable';

/** Open `worksheet.pageLayout`. */
export function pageLayout(sheet: Sheet): ModelObject {
  return ModelObject.of(pageLayoutClass, sheet);
}

type Layout = Sheet['pageLayout'];

function layoutProperty(
  read: (layout: Layout) => Json,
  write: (layout: Layout, value: Json) => void,
): Property<Sheet> {
  return {
    get: sheet => read(sheet.pageLayout),
    set: (sheet, value, session) => {
      requireWritable(sheet);
      write(sheet.pageLayout, value);
      session.book.touch(sheet);
    },
  };
}

const flag = (
  name:
    | 'blackAndWhite'
    | 'centerHorizontally'
    | 'centerVertically'
    | 'printGridlines'
    | 'printHeadings'
    | 'draftMode',
): Property<Sheet> =>
  layoutProperty(
    layout => layout[name],
    (layout, value) => {
      layout[name] = asFlag(value);
    },
  );

const margin = (name: keyof PageMargins): Property<Sheet> =>
  layoutProperty(
    layout => layout.margins[name],
    (layout, value) => {
      layout.margins[name] = asNumber(value);
    },
  );

const pointsPerUnit: Readonly<Record<string, number>> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };

const pageLayoutClass: ObjectClass<Sheet> = {
  name: 'PageLayout',
  properties: {
    Orientation: layoutProperty(
      layout => layout.orientation,
      (layout, value) => {
        layout.orientation = asOneOf(['Portrait', 'Landscape'] as const, value);
      },
    ),
    PaperSize: layoutProperty(
      layout => Object.keys(paperSizes).find(name => paperSizes[name] === layout.paperSize) ?? null,
      (layout, value) => {
        layout.paperSize = paperSizes[asOneOf(Object.keys(paperSizes), value)] ?? null;
      },
    ),
    Zoom: layoutProperty(zoomOf, setZoom),
    BlackAndWhite: flag('blackAndWhite'),
    CenterHorizontally: flag('centerHorizontally'),
    CenterVertically: flag('centerVertically'),
    PrintGridlines: flag('printGridlines'),
    PrintHeadings: flag('printHeadings'),
    DraftMode: flag('draftMode'),
    LeftMargin: margin('left'),
    RightMargin: margin('right'),
    TopMargin: margin('top'),
    BottomMargin: margin('bottom'),
    HeaderMargin: margin('header'),
    FooterMargin: margin('footer'),
    FirstPageNumber: layoutProperty(
      layout => layout.firstPageNumber ?? '',
      (layout, value) => {
        layout.firstPageNumber = value === '' ? null : asNumber(value);
      },
    ),
    PrintOrder: layoutProperty(
      layout => layout.printOrder,
      (layout, value) => {
        layout.printOrder = asOneOf(['DownThenOver', 'OverThenDown'] as const, value);
      },
    ),
  },
  objects: { HeadersFooters: sheet => ModelObject.of(headerFooterGroupClass, sheet) },
  methods: {
    SetPrintArea: (sheet, args, session) =>
      setPrintName(sheet, 'Print_Area', areasArgument(sheet, args.at(0), session), session),
    GetPrintArea: (sheet, _args, session) => required(printArea(sheet, session)),
    GetPrintAreaOrNullObject: (sheet, _args, session) => printArea(sheet, session),
    SetPrintTitleRows: (sheet, args, session) => setTitles(sheet, args.at(0), 'rows', session),
    SetPrintTitleColumns: (sheet, args, session) => setTitles(sheet, args.at(0), 'columns', session),
    GetPrintTitleRows: (sheet, _args, session) => required(titles(sheet, 'rows', session)),
    GetPrintTitleRowsOrNullObject: (sheet, _args, session) => titles(sheet, 'rows', session),
    GetPrintTitleColumns: (sheet, _args, session) => required(titles(sheet, 'columns', session)),
    GetPrintTitleColumnsOrNullObject: (sheet, _args, session) => titles(sheet, 'columns', session),
    SetPrintMargins: (sheet, args, session) => {
      const unit = pointsPerUnit[args.text(0)];
      if (unit === undefined) {
        throw new ApiError('InvalidArgument');
      }
      requireWritable(sheet);
      const { margins } = sheet.pageLayout;
      for (const [name, value] of Object.entries(args.record(1))) {
        const known = asOneOf(Object.keys(margins) as (keyof PageMargins)[], name);
        margins[known] = asNumber(value ?? null) * unit;
      }
      session.book.touch(sheet);
    },
  },
};

function zoomOf(layout: Layout): JsonObject {
  const { scale, horizontalFitToPages, verticalFitToPages } = layout;
  return isFittedToPages(layout)
    ? {
        ...(horizontalFitToPages === null ? {} : { horizontalFitToPages }),
        ...(verticalFitToPages === null ? {} : { verticalFitToPages }),
      }
    : { scale: scale ?? 100 };
}

/** A scale and a number of pages exclude each other. */
function setZoom(layout: Layout, value: Json): void {
  if (!isJsonObject(value)) {
    throw new ApiError('InvalidArgument');
  }
  const read = (name: string): number | null => {
    const said = value[name] ?? null;
    return said === null ? null : asNumber(said);
  };
  const scale = read('scale');
  const [across, down] = [read('horizontalFitToPages'), read('verticalFitToPages')];
  const isFitted = across !== null || down !== null;
  if ((scale !== null && (isFitted || scale < 10 || scale > 400)) || (scale === null && !isFitted)) {
    throw new ApiError('InvalidArgument');
  }
  layout.scale = isFitted ? null : scale;
  layout.horizontalFitToPages = across;
  layout.verticalFitToPages = down;
}

/** Cells of the layout's own sheet, as a range, range areas or an address. */
function areasArgument(sheet: Sheet, value: Argument, session: Session): readonly Area[] {
  if (isRange(value)) {
    const { sheet: owner, area } = value.target as SheetArea;
    return owner === sheet ? [area] : refuse();
  }
  if (value instanceof ModelObject && value.className === 'RangeAreas') {
    const target = value.target as { readonly sheet: Sheet; readonly areas: readonly Area[] };
    return target.sheet === sheet ? target.areas : refuse();
  }
  const found = typeof value === 'string' ? areasAt(value, session.book, sheet) : null;
  return found?.every(each => each.sheet === sheet) ? found.map(({ area }) => area) : refuse();
}

function refuse(): never {
  throw new ApiError('InvalidArgument');
}

function setPrintName(
  sheet: Sheet,
  name: 'Print_Area' | 'Print_Titles',
  areas: readonly Area[],
  session: Session,
): void {
  requireWritable(sheet);
  const { book } = session;
  const existing = printName(book, sheet, name);
  if (areas.length === 0) {
    if (existing) book.removeName(existing);
    return;
  }
  const formula = `=${areas.map(area => absoluteReferenceOf({ sheet, area })).join(',')}`;
  if (existing) existing.formula = formula;
  else book.addName(name, formula, sheet);
}

function printArea(sheet: Sheet, session: Session): ModelObject | null {
  const areas = addressesOf(printName(session.book, sheet, 'Print_Area'));
  return areas.length > 0 ? rangeAreas({ sheet, areas }) : null;
}

type TitleKind = 'rows' | 'columns';
const isOfKind = (area: Area, kind: TitleKind): boolean =>
  kind === 'rows' ? isEntireRow(area) : isEntireColumn(area);

/** Rows and columns to repeat are one name together. */
function setTitles(sheet: Sheet, value: Argument, kind: TitleKind, session: Session): void {
  const [area] = areasArgument(sheet, value, session);
  const whole =
    area &&
    (kind === 'rows'
      ? { ...area, column: 0, columnCount: maxColumns }
      : { ...area, row: 0, rowCount: maxRows });
  const others = addressesOf(printName(session.book, sheet, 'Print_Titles')).filter(
    each => !isOfKind(each, kind),
  );
  const areas = whole ? [...others, whole] : others;
  // Excel writes the columns first.
  const ordered = [...areas].sort((one, other) => other.rowCount - one.rowCount);
  setPrintName(sheet, 'Print_Titles', ordered, session);
}

function titles(sheet: Sheet, kind: TitleKind, session: Session): ModelObject | null {
  const found = addressesOf(printName(session.book, sheet, 'Print_Titles')).find(each =>
    isOfKind(each, kind),
  );
  return found ? range({ sheet, area: found }) : null;
}

const headerFooterGroupClass: ObjectClass<Sheet> = {
  name: 'HeaderFooterGroup',
  properties: { State: { get: () => 'Default' } },
  objects: { DefaultForAllPages: sheet => ModelObject.of(headerFooterClass, sheet) },
};

const headerFooterText = (name: keyof HeadersFooters): Property<Sheet> =>
  layoutProperty(
    layout => layout.headersFooters[name],
    ({ headersFooters }, value) => {
      const text = asText(value);
      const parts = name.endsWith('Header') ? headerParts : footerParts;
      assertHeader(parts.map(part => (part === name ? text : headersFooters[part])));
      headersFooters[name] = text;
    },
  );

const headerParts = ['leftHeader', 'centerHeader', 'rightHeader'] as const;
const footerParts = ['leftFooter', 'centerFooter', 'rightFooter'] as const;

const headerFooterClass: ObjectClass<Sheet> = {
  name: 'HeaderFooter',
  properties: {
    LeftHeader: headerFooterText('leftHeader'),
    CenterHeader: headerFooterText('centerHeader'),
    RightHeader: headerFooterText('rightHeader'),
    LeftFooter: headerFooterText('leftFooter'),
    CenterFooter: headerFooterText('centerFooter'),
    RightFooter: headerFooterText('rightFooter'),
  },
};
