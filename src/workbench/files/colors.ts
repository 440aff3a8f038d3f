/** Colours as a workbook names them: plain, by theme with a tint, or by index of the old palette. */
import { attribute, child, children, descend, type XmlNode } from './xml';

/** Order of theme indexes in files, which is not the order of the theme's own list: light and dark are swapped. */
export const themeOrder: readonly string[] = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];

export const officeTheme: readonly string[] = [
  '#FFFFFF',
  '#000000',
  '#E7E6E6',
  '#44546A',
  '#4472C4',
  '#ED7D31',
  '#A5A5A5',
  '#FFC000',
  '#5B9BD5',
  '#70AD47',
  '#0563C1',
  '#954F72',
];

const firstColors = '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF'.split(' ');

/** The 64 colours of Excel 97, by index; the first eight are there twice. */
const indexedColors: readonly string[] = [
  ...firstColors,
  ...firstColors,
  ...`800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF
  000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99
  3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333`.split(
    /\s+/,
  ),
];

/** The twelve colours of a theme part, in the order that cells refer to. */
export function readThemeColors(theme: XmlNode): readonly string[] {
  const scheme = descend(theme, 'themeElements', 'clrScheme');
  return themeOrder.map((name, index) => {
    const entry = child(scheme, name);
    const rgb = attribute(child(entry, 'srgbClr'), 'val') ?? attribute(child(entry, 'sysClr'), 'lastClr');
    return rgb ? `#${rgb.toUpperCase()}` : officeTheme[index];
  });
}

/** A colour element as `#RRGGBB`; undefined for automatic and for colours nobody defined. */
export function readColor(node: XmlNode | undefined, theme: readonly string[]): string | undefined {
  if (!node) return undefined;
  const base = baseColor(node, theme);
  const tint = Number(attribute(node, 'tint') ?? 0);
  return base && tint ? tinted(base, tint) : base;
}

function baseColor(node: XmlNode, theme: readonly string[]): string | undefined {
  const rgb = attribute(node, 'rgb');
  if (rgb) return `#${rgb.slice(-6).toUpperCase()}`;
  const themed = attribute(node, 'theme');
  if (themed !== undefined) return theme[Number(themed)];
  const indexed = indexedColors[Number(attribute(node, 'indexed') ?? -1)];
  return indexed ? `#${indexed}` : undefined;
}

/**
 * Lighten (tint above 0) or darken (below) a colour in HLS space, as ECMA-376 18.8.19 defines it.
 *
 * @example tinted('#4472C4', 0.5) //=> '#A1B8E1'
 */
export function tinted(color: string, tint: number): string {
  const [red, green, blue] = [1, 3, 5].map(at => Number.parseInt(color.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const light = (most + least) / 2;
  const range = most - least;
  const saturation = range === 0 ? 0 : range / (1 - Math.abs(2 * light - 1));
  const moved = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  const hue = hueOf(red, green, blue, most, range);
  return fromHueLightSaturation(hue, moved, saturation);
}

function hueOf(red: number, green: number, blue: number, most: number, range: number): number {
  if (range === 0) return 0;
  if (most === red) return (((green - blue) / range + 6) % 6) * 60;
  if (most === green) return ((blue - red) / range + 2) * 60;
  return ((red - green) / range + 4) * 60;
}

function fromHueLightSaturation(hue: number, light: number, saturation: number): string {
  const amplitude = saturation * Math.min(light, 1 - light);
  const channel = (offset: number) => {
    const position = (offset + hue / 30) % 12;
    const value = light - amplitude * Math.max(-1, Math.min(position - 3, 9 - position, 1));
    return Math.round(value * 255)
      .toString(16)
      .toUpperCase()
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}

/** The theme of a part that lists none of its own. */
export const themeOrOffice = (theme: XmlNode | null): readonly string[] =>
  theme && children(theme, 'themeElements').length > 0 ? readThemeColors(theme) : officeTheme;
