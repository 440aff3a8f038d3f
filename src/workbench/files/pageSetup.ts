/** How a sheet is printed, as elements of a worksheet part. What the book does not know of them stays as it was. */
import {
  type HeadersFooters,
  isFittedToPages,
  type PageLayout,
  type PageMargins,
  usualMargins,
} from '../book/pageLayout';
import type { Sheet } from '../book/types';
import type { KeptElement } from './keptContent';
import {
  attribute,
  attributes,
  attributesIn,
  child,
  children,
  content,
  encodeXml,
  flag,
  type XmlNode,
} from './xml';

const pointsPerInch = 72;

export function readPageSetup(layout: PageLayout, node: XmlNode): void {
  const options = child(node, 'printOptions');
  layout.centerHorizontally = flag(options, 'horizontalCentered');
  layout.centerVertically = flag(options, 'verticalCentered');
  layout.printGridlines = flag(options, 'gridLines');
  layout.printHeadings = flag(options, 'headings');
  const margins = child(node, 'pageMargins');
  for (const name of Object.keys(layout.margins) as (keyof PageMargins)[]) {
    const said = attribute(margins, name);
    if (said !== undefined) layout.margins[name] = Number((Number(said) * pointsPerInch).toFixed(4));
  }
  readSetup(layout, child(node, 'pageSetup'), child(node, 'sheetPr'));
  layout.rowBreaks = children(child(node, 'rowBreaks'), 'brk')
    .filter(line => flag(line, 'man'))
    .map(line => Number(attribute(line, 'id')))
    .sort((one, other) => one - other);
  const texts = child(node, 'headerFooter');
  Object.assign(layout.headersFooters, {
    ...partsOf(content(child(texts, 'oddHeader')), 'Header'),
    ...partsOf(content(child(texts, 'oddFooter')), 'Footer'),
  });
}

function readSetup(
  layout: PageLayout,
  setup: XmlNode | undefined,
  sheetProperties: XmlNode | undefined,
): void {
  const number = (name: string): number | null => {
    const said = attribute(setup, name);
    return said === undefined ? null : Number(said);
  };
  layout.orientation = attribute(setup, 'orientation') === 'landscape' ? 'Landscape' : 'Portrait';
  layout.paperSize = number('paperSize');
  layout.blackAndWhite = flag(setup, 'blackAndWhite');
  layout.draftMode = flag(setup, 'draft');
  layout.firstPageNumber = flag(setup, 'useFirstPageNumber') ? number('firstPageNumber') : null;
  layout.printOrder = attribute(setup, 'pageOrder') === 'overThenDown' ? 'OverThenDown' : 'DownThenOver';
  const isFitted = flag(child(sheetProperties, 'pageSetUpPr'), 'fitToPage');
  layout.scale = isFitted ? null : (number('scale') ?? 100);
  // One page is what the format means where it says nothing; 0 is as many as it takes.
  layout.horizontalFitToPages = isFitted ? (number('fitToWidth') ?? 1) || null : null;
  layout.verticalFitToPages = isFitted ? (number('fitToHeight') ?? 1) || null : null;
}

/** A header's text in its three parts: `&LLedger&C&A&RPage &P`. Codes inside a part stay as they are. */
function partsOf(text: string, kind: 'Header' | 'Footer'): Partial<HeadersFooters> {
  const names = { L: 'left', C: 'center', R: 'right' } as const;
  const parts: Record<string, string> = {};
  let at: keyof typeof names = 'C';
  let part = '';
  const close = (): void => {
    if (part !== '') parts[`${names[at]}${kind}`] = part;
    part = '';
  };
  for (const [token] of text.matchAll(/&[\s\S]|[^&]+|&/g)) {
    const side = /^&[LCR]$/.test(token) ? (token[1] as keyof typeof names) : null;
    if (side === null) {
      part += token;
    } else {
      close();
      at = side;
    }
  }
  close();
  return parts;
}

/** `<pageSetUpPr>` for the sheet's properties. */
export const fitElement = (layout: PageLayout): string =>
  isFittedToPages(layout) ? '<pageSetUpPr fitToPage="1"/>' : '';

const lastColumn = 16_383;

/** The pages that begin by hand: a break has the number of the row above it. */
export function rowBreaksElement({ rowBreaks }: PageLayout): string {
  if (rowBreaks.length === 0) return '';
  const lines = rowBreaks.map(row => `<brk${attributes({ id: row, max: lastColumn, man: 1 })}/>`);
  const counts = attributes({ count: lines.length, manualBreakCount: lines.length });
  return `<rowBreaks${counts}>${lines.join('')}</rowBreaks>`;
}

/** The elements from `printOptions` to `headerFooter`, with what else the opened file said in them. */
export function pageSetupElements(
  { pageLayout: layout }: Sheet,
  kept: Readonly<Partial<Record<KeptElement, string>>>,
): string {
  const options = {
    horizontalCentered: layout.centerHorizontally,
    verticalCentered: layout.centerVertically,
    gridLines: layout.printGridlines,
    headings: layout.printHeadings,
  };
  return [
    element('printOptions', kept.printOptions, options),
    element('pageMargins', kept.pageMargins, marginsSaid(layout, kept.pageMargins !== undefined)),
    element('pageSetup', kept.pageSetup, setupSaid(layout)),
    headerFooterElement(layout.headersFooters, kept.headerFooter),
  ].join('');
}

type Said = Readonly<Record<string, string | number | boolean | undefined>>;

function element(name: string, kept: string | undefined, said: Said): string {
  const written = attributes({ ...attributesIn(kept), ...said });
  return written === '' ? '' : `<${name}${written}/>`;
}

function marginsSaid({ margins }: PageLayout, isKept: boolean): Said {
  const isUsual = Object.entries(usualMargins).every(
    ([name, value]) => margins[name as keyof PageMargins] === value,
  );
  if (isUsual && !isKept) return {};
  const { left, right, top, bottom, header, footer } = margins;
  const inches = (points: number): number => Number((points / pointsPerInch).toFixed(6));
  return {
    left: inches(left),
    right: inches(right),
    top: inches(top),
    bottom: inches(bottom),
    header: inches(header),
    footer: inches(footer),
  };
}

function setupSaid(layout: PageLayout): Said {
  const isFitted = isFittedToPages(layout);
  const scale = layout.scale ?? 100;
  return {
    paperSize: layout.paperSize ?? undefined,
    scale: scale === 100 ? undefined : scale,
    firstPageNumber: layout.firstPageNumber ?? undefined,
    fitToWidth: isFitted ? (layout.horizontalFitToPages ?? '0') : undefined,
    fitToHeight: isFitted ? (layout.verticalFitToPages ?? '0') : undefined,
    pageOrder: layout.printOrder === 'OverThenDown' ? 'overThenDown' : undefined,
    orientation: layout.orientation === 'Landscape' ? 'landscape' : undefined,
    blackAndWhite: layout.blackAndWhite,
    draft: layout.draftMode,
    useFirstPageNumber: layout.firstPageNumber !== null,
  };
}

/** Pages that a file treats apart keep theirs; the others get what the book says. */
function headerFooterElement(texts: HeadersFooters, kept: string | undefined): string {
  const said = (left: string, center: string, right: string): string =>
    (left && `&L${left}`) + (center && `&C${center}`) + (right && `&R${right}`);
  const header = said(texts.leftHeader, texts.centerHeader, texts.rightHeader);
  const footer = said(texts.leftFooter, texts.centerFooter, texts.rightFooter);
  const others = (kept ?? '').match(/<(even|first)(Header|Footer)>[\s\S]*?<\/\1\2>/g)?.join('') ?? '';
  if (header === '' && footer === '' && others === '') return '';
  const text = (name: string, value: string): string =>
    value === '' ? '' : `<${name}>${encodeXml(value)}</${name}>`;
  return `<headerFooter${attributes(attributesIn(kept))}>${text('oddHeader', header)}${text('oddFooter', footer)}${others}</headerFooter>`;
}
