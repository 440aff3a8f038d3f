/** Reading and writing the XML parts of a workbook. Cells have their own scanner, since there are millions of them. */
import { XMLParser } from 'fast-xml-parser';

export type XmlNode = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  // Entities are decoded below: the parser's own limit on how many there may be is for hostile pages, not for ledgers.
  processEntities: false,
  ignoreDeclaration: true,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
});

/** Parse a part and give its root element; prefixes are dropped, so `x14:cfRule` is `cfRule`. */
export function parseXml(text: string): XmlNode {
  const parsed = parser.parse(text) as XmlNode;
  const root = Object.keys(parsed).find(name => !name.startsWith('#') && !name.startsWith('?'));
  return root ? (child(parsed, root) ?? {}) : {};
}

/** All children of that name, in order. */
export function children(node: XmlNode | undefined, name: string): XmlNode[] {
  const found = node?.[name];
  if (!Array.isArray(found)) return [];
  return found.map(each => (typeof each === 'object' && each !== null ? each : { '#text': each }) as XmlNode);
}

export const child = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  children(node, name)[0];

/** Follow a path of first children. */
export const descend = (node: XmlNode | undefined, ...names: readonly string[]): XmlNode | undefined =>
  names.reduce<XmlNode | undefined>(child, node);

export function attribute(node: XmlNode | undefined, name: string): string | undefined {
  const value = node?.[`@${name}`];
  return typeof value === 'string' ? decodeXml(value) : undefined;
}

/** Read a boolean attribute as XML Schema writes it; `whenAbsent` is the format's default. */
export function flag(node: XmlNode | undefined, name: string, whenAbsent = false): boolean {
  const value = attribute(node, name);
  return value === undefined ? whenAbsent : value === '1' || value === 'true';
}

export function content(node: XmlNode | undefined): string {
  const text = node?.['#text'];
  return typeof text === 'string' ? decodeXml(text) : '';
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Resolve the five named entities and numeric ones. */
export function decodeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return entities[name] ?? whole;
  });
}

/** Escape a text for element content or an attribute; characters XML cannot hold become `_xHHHH_`, as Excel writes them. */
export function encodeXml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      unspeakable,
      character => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
}

/** Control characters and halves of surrogate pairs, which XML cannot hold; tab and line feed it can. */
const unspeakable = /[\p{Cs}\uFFFE\uFFFF]|(?![\t\n])\p{Cc}/gu;

/** Undo Excel's `_xHHHH_` in cell texts. */
export const decodeCellText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/** The attributes of an element as it is written in a file; none of an element that is not there. */
export function attributesIn(raw: string | undefined): Record<string, string | undefined> {
  const node = raw ? parseXml(raw) : {};
  const names = Object.keys(node).filter(key => key.startsWith('@'));
  return Object.fromEntries(names.map(key => [key.slice(1), attribute(node, key.slice(1))]));
}

/** Write attributes that have a value; `true` is 1 and `false` is left out. */
export function attributes(values: Readonly<Record<string, string | number | boolean | undefined>>): string {
  let written = '';
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === false) continue;
    written += ` ${name}="${value === true ? 1 : encodeXml(String(value))}"`;
  }
  return written;
}

/** Drop a prefix that a writer put before every element of the main namespace, so that scanners find `<c>` for `<x:c>`. */
export function withoutRootPrefix(xml: string): string {
  const prefix = /^\s*(?:<\?[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<([\w.-]+):\w+/.exec(xml)?.[1];
  return prefix ? xml.replace(new RegExp(`(</?)${prefix}:`, 'g'), '$1') : xml;
}

/** The raw text of the first element of that name directly as written, or `''`. */
export function rawElement(xml: string, name: string): string {
  const pattern = new RegExp(`<${name}\\b[^>]*?(?:/>|>[\\s\\S]*?</${name}>)`);
  return pattern.exec(xml)?.[0] ?? '';
}
