/** The styles part of a workbook: what each style number of a cell looks like, and what conditional formats apply. */
import type { CellStyle, ConditionalFormat } from '../book/types';
import { readColor } from './colors';
import { excelsFont, type UsualFont } from './writeStyles';
import { attribute, child, children, flag, type XmlNode } from './xml';

export interface ReadStyles {
  /** By the style number of a cell. */
  readonly cells: readonly CellStyle[];
  /** By the `dxfId` of a conditional format. */
  readonly differences: readonly ConditionalFormat['format'][];
  /** Of cells whose style says no other. */
  readonly usualFont: UsualFont;
}

/** Number formats that files name by number only (ECMA-376 18.8.30), as en-US shows them. */
const builtInFormats: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"$"#,##0_);("$"#,##0)',
  6: '"$"#,##0_);[Red]("$"#,##0)',
  7: '"$"#,##0.00_);("$"#,##0.00)',
  8: '"$"#,##0.00_);[Red]("$"#,##0.00)',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0_);(#,##0)',
  38: '#,##0_);[Red](#,##0)',
  39: '#,##0.00_);(#,##0.00)',
  40: '#,##0.00_);[Red](#,##0.00)',
  41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
  42: '_("$"* #,##0_);_("$"* (#,##0);_("$"* "-"_);_(@_)',
  43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
  44: '_("$"* #,##0.00_);_("$"* (#,##0.00);_("$"* "-"??_);_(@_)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

const horizontals = new Set(['left', 'center', 'right']);

export function readStyles(root: XmlNode | null, theme: readonly string[]): ReadStyles {
  if (!root) return { cells: [], differences: [], usualFont: excelsFont };
  const formats = new Map(
    children(child(root, 'numFmts'), 'numFmt').map(node => [
      Number(attribute(node, 'numFmtId')),
      attribute(node, 'formatCode') ?? 'General',
    ]),
  );
  const fonts = children(child(root, 'fonts'), 'font').map(node => readFont(node, theme));
  const fills = children(child(root, 'fills'), 'fill').map(node => readFill(node, theme));
  const borders = children(child(root, 'borders'), 'border').map(node => readBorders(node, theme));
  const plainFont = fonts[0] ?? {};
  const cells = children(child(root, 'cellXfs'), 'xf').map(node => {
    const format = Number(attribute(node, 'numFmtId') ?? 0);
    return withoutAbsent({
      numberFormat: formats.get(format) ?? builtInFormats[format],
      fill: fills[Number(attribute(node, 'fillId') ?? 0)],
      ...withoutDefaults(fonts[Number(attribute(node, 'fontId') ?? 0)] ?? {}, plainFont),
      borders: borders[Number(attribute(node, 'borderId') ?? 0)],
      ...readAlignment(child(node, 'alignment')),
      locked: flag(child(node, 'protection'), 'locked', true) ? undefined : false,
    });
  });
  const differences = children(child(root, 'dxfs'), 'dxf').map(node => readDifference(node, theme));
  const { fontName, fontSize } = plainFont;
  const usualFont = {
    fontName: fontName ?? excelsFont.fontName,
    fontSize: fontSize ?? excelsFont.fontSize,
  };
  return { cells, differences, usualFont };
}

/** What a conditional format applies; also used for those that stand in the extension of a sheet. */
export function readDifference(
  node: XmlNode | undefined,
  theme: readonly string[],
): ConditionalFormat['format'] {
  const font = child(node, 'font');
  const pattern = child(child(node, 'fill'), 'patternFill');
  return withoutAbsent({
    // Here, unlike in cells, a solid fill's colour is its background.
    fill: readColor(child(pattern, 'bgColor'), theme) ?? readColor(child(pattern, 'fgColor'), theme),
    fontColor: readColor(child(font, 'color'), theme),
    bold: isOn(font, 'b'),
    italic: isOn(font, 'i'),
    strikethrough: isOn(font, 'strike'),
  });
}

function readFont(node: XmlNode, theme: readonly string[]): CellStyle {
  return withoutAbsent({
    fontName: attribute(child(node, 'name'), 'val'),
    fontSize: Number(attribute(child(node, 'sz'), 'val')) || undefined,
    fontColor: readColor(child(node, 'color'), theme),
    bold: isOn(node, 'b'),
    italic: isOn(node, 'i'),
    underline: isOn(node, 'u'),
    strikethrough: isOn(node, 'strike'),
  });
}

/** What the workbook's own font already says is not a style of the cell. */
function withoutDefaults(font: CellStyle, plain: CellStyle): CellStyle {
  const isBlack = font.fontColor === '#000000' && (plain.fontColor ?? '#000000') === '#000000';
  return withoutAbsent({
    ...font,
    fontName: font.fontName === plain.fontName ? undefined : font.fontName,
    fontSize: font.fontSize === plain.fontSize ? undefined : font.fontSize,
    fontColor: isBlack ? undefined : font.fontColor,
  });
}

function readFill(node: XmlNode, theme: readonly string[]): string | undefined {
  const pattern = child(node, 'patternFill');
  if (!pattern) return readColor(child(child(child(node, 'gradientFill'), 'stop'), 'color'), theme);
  const kind = attribute(pattern, 'patternType');
  if (!kind || kind === 'none' || kind === 'gray125') return undefined;
  return readColor(child(pattern, 'fgColor'), theme) ?? (kind === 'solid' ? '#000000' : undefined);
}

function readBorders(node: XmlNode, theme: readonly string[]): CellStyle['borders'] {
  const edges = (['top', 'right', 'bottom', 'left'] as const).flatMap(side => {
    const edge = child(node, side);
    const style = attribute(edge, 'style');
    if (!style || style === 'none') return [];
    return [[side, { style, color: readColor(child(edge, 'color'), theme) ?? '#000000' }] as const];
  });
  return edges.length > 0 ? Object.fromEntries(edges) : undefined;
}

function readAlignment(node: XmlNode | undefined): CellStyle {
  const horizontal = attribute(node, 'horizontal');
  const vertical = attribute(node, 'vertical');
  return withoutAbsent({
    horizontal: horizontals.has(horizontal ?? '') ? (horizontal as CellStyle['horizontal']) : undefined,
    vertical: vertical === 'top' || vertical === 'center' ? vertical : undefined,
    wrap: flag(node, 'wrapText') || undefined,
    indent: Number(attribute(node, 'indent')) || undefined,
  });
}

/** `<b/>` is on, `<b val="0"/>` is off, as is no element. */
function isOn(node: XmlNode | undefined, name: string): true | undefined {
  const found = child(node, name);
  if (!found) return undefined;
  const value = attribute(found, 'val');
  return value === '0' || value === 'false' || value === 'none' ? undefined : true;
}

function withoutAbsent<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
