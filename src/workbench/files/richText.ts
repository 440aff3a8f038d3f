/** Fonts within a cell, in files: the runs of a string item (ECMA-376 18.4.4, 18.4.7). */
import type { TextRun } from '../book/cellStyle';
import { readColor } from './colors';
import { attribute, child, decodeCellText, decodeXml, encodeXml, parseXml, type XmlNode } from './xml';

/**
 * Read the runs of a string item; null where all of it is written in the cell's font.
 *
 * @param item what stands in `si` or `is`
 * @param theme the colours of the workbook's theme, as `#RRGGBB`
 */
export function readRuns(item: string, theme: readonly string[]): readonly TextRun[] | null {
  if (!/<r[\s>]/.test(item)) return null;
  const runs = [...item.replace(/<rPh\b[\s\S]*?<\/rPh>/g, '').matchAll(/<r\b[^>]*>([\s\S]*?)<\/r>/g)].flatMap(
    ([, content]): TextRun[] => {
      const text = textOf(content);
      const properties = /<rPr\b[^>]*>[\s\S]*?<\/rPr>/.exec(content)?.[0];
      if (text === '') return [];
      return [properties ? { text, font: readFont(parseXml(properties), theme) } : { text }];
    },
  );
  return runs.some(({ font }) => font) ? runs : null;
}

function textOf(content: string): string {
  const found = /<t\b[^>]*>([^<]*)<\/t>/.exec(content);
  return found ? decodeCellText(decodeXml(found[1])) : '';
}

function readFont(node: XmlNode | undefined, theme: readonly string[]): NonNullable<TextRun['font']> {
  const raised = attribute(child(node, 'vertAlign'), 'val');
  const font = {
    bold: isOn(node, 'b'),
    italic: isOn(node, 'i'),
    strikethrough: isOn(node, 'strike'),
    underline: isOn(node, 'u'),
    fontColor: readColor(child(node, 'color'), theme),
    fontName: attribute(child(node, 'rFont'), 'val'),
    fontSize: Number(attribute(child(node, 'sz'), 'val')) || undefined,
    raised: raised === 'superscript' || raised === 'subscript' ? raised : undefined,
  };
  return Object.fromEntries(Object.entries(font).filter(([, value]) => value !== undefined));
}

function isOn(node: XmlNode | undefined, name: string): true | undefined {
  const found = child(node, name);
  const value = attribute(found, 'val');
  return found && value !== '0' && value !== 'false' && value !== 'none' ? true : undefined;
}

/** The content of a string item whose parts have fonts of their own. The order of properties is that of ECMA-376 18.4.7. */
export function runsContent(runs: readonly TextRun[]): string {
  return runs
    .map(({ text, font }) => {
      const written = `<t xml:space="preserve">${encodeXml(text)}</t>`;
      return font ? `<r><rPr>${fontContent(font)}</rPr>${written}</r>` : `<r>${written}</r>`;
    })
    .join('');
}

function fontContent(font: NonNullable<TextRun['font']>): string {
  return [
    font.fontName ? `<rFont val="${encodeXml(font.fontName)}"/>` : '',
    font.bold ? '<b/>' : '',
    font.italic ? '<i/>' : '',
    font.strikethrough ? '<strike/>' : '',
    font.fontColor ? `<color rgb="FF${font.fontColor.slice(1).toUpperCase()}"/>` : '',
    font.fontSize ? `<sz val="${font.fontSize}"/>` : '',
    font.underline ? '<u/>' : '',
    font.raised ? `<vertAlign val="${font.raised}"/>` : '',
  ].join('');
}
