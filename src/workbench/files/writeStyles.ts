/** The styles part of a saved workbook, gathered while its sheets are written. */
import type { CellStyle, ConditionalFormat } from '../book/types';
import { attributes, encodeXml } from './xml';

type Format = ConditionalFormat['format'];

/** Formats that have a number of their own in every file; 14 is the date of the reader's own region. */
const builtInNumbers: Readonly<Record<string, number>> = {
  General: 0,
  '0': 1,
  '0.00': 2,
  '#,##0': 3,
  '#,##0.00': 4,
  '0%': 9,
  '0.00%': 10,
  '0.00E+00': 11,
  'm/d/yyyy': 14,
  'h:mm': 20,
  'h:mm:ss': 21,
  'm/d/yyyy h:mm': 22,
  '@': 49,
};
const firstOwnNumber = 164;
/** What cells are written in that say nothing else. */
export interface UsualFont {
  readonly fontName: string;
  readonly fontSize: number;
}

export const excelsFont: UsualFont = { fontName: 'Calibri', fontSize: 11 };
const sides = ['left', 'right', 'top', 'bottom'] as const;

/** Texts without repetition, by number. */
class Distinct {
  readonly texts: string[];
  private readonly numbers = new Map<string, number>();

  constructor(...first: readonly string[]) {
    this.texts = [...first];
    first.forEach((text, index) => {
      this.numbers.set(text, index);
    });
  }

  number(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.texts.push(text);
    this.numbers.set(text, this.texts.length - 1);
    return this.texts.length - 1;
  }

  element(name: string): string {
    return this.texts.length === 0
      ? ''
      : `<${name} count="${this.texts.length}">${this.texts.join('')}</${name}>`;
  }
}

export class StyleTable {
  private readonly numberFormats = new Distinct();
  private readonly fonts: Distinct;
  // The first two fills are Excel's own, whatever a file says.
  private readonly fills = new Distinct(
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  );
  private readonly borders = new Distinct(borderElement(undefined));
  private readonly cells = new Distinct('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');
  private readonly differences = new Distinct();
  private readonly known = new Map<CellStyle, number>();

  /** @param usualFont of the workbook; Excel's own where absent */
  constructor(private readonly usualFont: UsualFont = excelsFont) {
    this.fonts = new Distinct(fontElement({}, usualFont));
  }

  /** The number that a cell of this style refers to. */
  cell(style: CellStyle): number {
    const known = this.known.get(style);
    if (known !== undefined) return known;
    const number = this.cells.number(this.cellElement(style));
    this.known.set(style, number);
    return number;
  }

  /** The number that a conditional format refers to. */
  difference(format: Format): number {
    return this.differences.number(differenceElement(format));
  }

  part(): string {
    const formats = this.numberFormats.texts.map(
      (code, index) => `<numFmt${attributes({ numFmtId: firstOwnNumber + index, formatCode: code })}/>`,
    );
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${
      formats.length > 0 ? `<numFmts count="${formats.length}">${formats.join('')}</numFmts>` : ''
    }${this.fonts.element('fonts')}${this.fills.element('fills')}${this.borders.element('borders')}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${this.cells.element(
      'cellXfs',
    )}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>${
      this.differences.element('dxfs') || '<dxfs count="0"/>'
    }<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>`;
  }

  private cellElement(style: CellStyle): string {
    const font = this.fonts.number(fontElement(style, this.usualFont));
    const fill = style.fill ? this.fills.number(fillElement(style.fill)) : 0;
    const border = this.borders.number(borderElement(style.borders));
    const format = this.formatNumber(style.numberFormat ?? 'General');
    const inside = alignmentElement(style) + (style.locked === false ? '<protection locked="0"/>' : '');
    const opening = `<xf${attributes({
      numFmtId: format,
      fontId: font,
      fillId: fill,
      borderId: border,
      xfId: 0,
      applyNumberFormat: format !== 0,
      applyFont: font !== 0,
      applyFill: fill !== 0,
      applyBorder: border !== 0,
      applyAlignment: inside.startsWith('<alignment'),
      applyProtection: style.locked === false,
    })}`;
    return inside ? `${opening}>${inside}</xf>` : `${opening}/>`;
  }

  private formatNumber(code: string): number {
    return builtInNumbers[code] ?? firstOwnNumber + this.numberFormats.number(code);
  }
}

const colorElement = (name: string, color: string): string =>
  `<${name} rgb="FF${color.slice(1).toUpperCase()}"/>`;

function fontElement(style: CellStyle, usual: UsualFont): string {
  const marks = `${style.bold ? '<b/>' : ''}${style.italic ? '<i/>' : ''}${style.strikethrough ? '<strike/>' : ''}${style.underline ? '<u/>' : ''}`;
  const color = style.fontColor ? colorElement('color', style.fontColor) : '<color theme="1"/>';
  const name = encodeXml(style.fontName ?? usual.fontName);
  return `<font>${marks}<sz val="${style.fontSize ?? usual.fontSize}"/>${color}<name val="${name}"/><family val="2"/></font>`;
}

const fillElement = (color: string): string =>
  `<fill><patternFill patternType="solid">${colorElement('fgColor', color)}<bgColor indexed="64"/></patternFill></fill>`;

function borderElement(borders: CellStyle['borders']): string {
  const edges = sides.map(side => {
    const edge = borders?.[side];
    return edge
      ? `<${side} style="${encodeXml(edge.style)}">${colorElement('color', edge.color)}</${side}>`
      : `<${side}/>`;
  });
  return `<border>${edges.join('')}<diagonal/></border>`;
}

function alignmentElement({ horizontal, vertical, wrap, indent }: CellStyle): string {
  const said = attributes({
    horizontal: horizontal === 'general' ? undefined : horizontal,
    // At the bottom is where cells stand when nothing is said.
    vertical: vertical === 'bottom' ? undefined : vertical,
    wrapText: wrap,
    indent: indent || undefined,
  });
  return said === '' ? '' : `<alignment${said}/>`;
}

const differenceElement = (format: Format): string => `<dxf>${differenceContent(format)}</dxf>`;

/** What a conditional format changes, as the content of its element. */
export function differenceContent(format: Format): string {
  const marks = [
    format.bold === undefined ? '' : `<b val="${format.bold ? 1 : 0}"/>`,
    format.italic === undefined ? '' : `<i val="${format.italic ? 1 : 0}"/>`,
    format.strikethrough ? '<strike/>' : '',
    format.fontColor ? colorElement('color', format.fontColor) : '',
  ].join('');
  // In conditional formats a solid fill's colour is its background.
  const fill = format.fill
    ? `<fill><patternFill patternType="solid">${colorElement('fgColor', format.fill)}${colorElement('bgColor', format.fill)}</patternFill></fill>`
    : '';
  return `${marks ? `<font>${marks}</font>` : ''}${fill}`;
}
