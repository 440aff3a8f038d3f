/** Conditional formats of a sheet as a worksheet part holds them. */
import { formatAddress } from '../book/address';
import type { ConditionalFormat, Sheet } from '../book/types';
import { toStored } from './storedFormula';
import { differenceContent, type StyleTable } from './writeStyles';
import { attributes, encodeXml } from './xml';

export interface WrittenRules {
  /** Elements for the body of the worksheet. */
  readonly plain: readonly string[];
  /** The end of the worksheet: rules over other sheets, which the body may not hold; or `''`. */
  readonly extension: string;
}

const extensionUri = '{78C0D931-6437-407d-A8EE-F0AAD7539E65}';
const extensionNamespace = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const formulaNamespace = 'http://schemas.microsoft.com/office/excel/2006/main';

/**
 * Write the rules of a sheet, most urgent first. Formulas over other sheets came with Excel 2010 and stand in an extension of their own
 * ([MS-XLSX] 2.6.1, conditional formatting extensions).
 */
export function writeRules(sheet: Sheet, styles: StyleTable): WrittenRules {
  const rules = [...sheet.conditionalFormats]
    .sort((first, second) => first.priority - second.priority)
    .map((rule, index) => ({
      rule,
      priority: index + 1,
      formula: toStored(rule.formula.replace(/^=/, '')),
    }));
  const beyond = rules.filter(({ formula }) => refersToSheet(formula));
  const items = beyond.map(({ rule, formula, priority }) => extendedRule(rule, formula, priority));
  return {
    plain: rules
      .filter(({ formula }) => !refersToSheet(formula))
      .map(({ rule, formula, priority }) => plainRule(rule, formula, priority, styles)),
    extension:
      items.length === 0
        ? ''
        : `<extLst><ext uri="${extensionUri}" xmlns:x14="${extensionNamespace}"><x14:conditionalFormattings>${items.join('')}</x14:conditionalFormattings></ext></extLst>`,
  };
}

/** A text may hold the mark too. */
const refersToSheet = (formula: string): boolean => formula.replace(/"(?:[^"]|"")*"/g, '').includes('!');

const referencesOf = ({ areas }: ConditionalFormat): string =>
  areas.map(area => formatAddress(area)).join(' ');

function plainRule(rule: ConditionalFormat, formula: string, priority: number, styles: StyleTable): string {
  const said = attributes({
    type: 'expression',
    dxfId: styles.difference(rule.format),
    priority,
    stopIfTrue: rule.stopIfTrue,
  });
  return `<conditionalFormatting sqref="${referencesOf(rule)}"><cfRule${said}><formula>${encodeXml(formula)}</formula></cfRule></conditionalFormatting>`;
}

function extendedRule(rule: ConditionalFormat, formula: string, priority: number): string {
  const said = attributes({
    type: 'expression',
    priority,
    stopIfTrue: rule.stopIfTrue,
    id: idOf(priority),
  });
  return `<x14:conditionalFormatting xmlns:xm="${formulaNamespace}"><x14:cfRule${said}><xm:f>${encodeXml(formula)}</xm:f><x14:dxf>${differenceContent(rule.format)}</x14:dxf></x14:cfRule><xm:sqref>${referencesOf(rule)}</xm:sqref></x14:conditionalFormatting>`;
}

/** Ids only have to differ on their sheet; a file saved twice is the same file. */
const idOf = (priority: number): string =>
  `{54494552-4345-4C00-8000-${priority.toString(16).toUpperCase().padStart(12, '0')}}`;
