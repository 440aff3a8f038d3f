/** What besides cells uses all that a formula of ours spills, as `=D1#` or by a name: it has nothing to show while that formula is a value. */
import { withoutSheet } from '../address';
import type { ExcelOutcome } from '../contract';
import { partOf } from '../partOf';
import { runExcel } from '../problem';
import { type NamedFormula, namesUsed, spillKey, spillsReadByNames } from './spillReferences';
import { callsTiercel, formulaAddress, namesToFollow, type TiercelFormula } from './tiercelFormulas';

/** A name of the workbook, an entry list or rule, or a conditional format. */
export type SpillUser =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'validation' | 'format'; readonly sheetName: string; readonly address: string };

/**
 * Find what would have nothing to show while formulas are frozen: cells that need them are frozen with them, these are not. Charts refer to what
 * spills by names alone.
 *
 * @param formulas Those that would be frozen.
 */
export function findSpillUsers(formulas: readonly TiercelFormula[]): Promise<ExcelOutcome<SpillUser[]>> {
  return runExcel(async context => {
    const names = await namesToFollow(context);
    const keys = new Set(formulas.map(formula => spillKey(formula.sheetName, formulaAddress(formula))));
    const uses = (formula: string, sheetName: string): boolean =>
      spillsReadByNames(formula, sheetName, names).some(key => keys.has(key));
    const named = names
      .filter(({ formula }) => callsTiercel(formula) || uses(formula, ''))
      .map(({ name }): SpillUser => ({ kind: 'name', name }));
    const canBeUsed = named.length > 0 || formulas.some(isSpilling);
    if (!canBeUsed) return [];
    const isUser = (formula: unknown, sheetName: string): boolean =>
      typeof formula === 'string' && (uses(formula, sheetName) || callsByName(formula, names));
    return [...named, ...(await findFormats(context, isUser)), ...(await findValidations(context, isUser))];
  });
}

const isSpilling = ({ rowCount, columnCount }: TiercelFormula): boolean => rowCount * columnCount > 1;

/** Whether a formula uses a name that stands for a formula of ours. */
const callsByName = (formula: string, names: readonly NamedFormula[]): boolean =>
  namesUsed(
    formula,
    new Set(names.filter(name => callsTiercel(name.formula)).map(({ name }) => name.toLowerCase())),
  ).length > 0;

type IsUser = (formula: unknown, sheetName: string) => boolean;

async function findFormats(context: Excel.RequestContext, isUser: IsUser): Promise<SpillUser[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  const sheets = worksheets.items.map(sheet => ({
    sheetName: sheet.name,
    formats: sheet.getRange().conditionalFormats.load('items/type'),
  }));
  await context.sync();
  const asked = sheets.flatMap(({ sheetName, formats }) =>
    formats.items
      // Asking a format of another type for its formula is an error in Excel.
      .filter(({ type }) => type === Excel.ConditionalFormatType.custom)
      .map(format => ({
        sheetName,
        rule: format.custom.rule.load('formula'),
        range: format.getRangeOrNullObject().load('address'),
      })),
  );
  await context.sync();
  return asked
    .filter(({ sheetName, rule }) => isUser(rule.formula, sheetName))
    .map(({ sheetName, range }) => ({
      kind: 'format',
      sheetName,
      address: range.isNullObject ? '' : withoutSheet(range.address),
    }));
}

/** A range whose rules are asked for as one. */
interface Asked {
  readonly sheetName: string;
  readonly range: Excel.Range;
}

/** Excel tells the rule of a range only where all its cells have the same: one of several is asked for again in halves. */
async function findValidations(context: Excel.RequestContext, isUser: IsUser): Promise<SpillUser[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  // All of a sheet, as cells that are empty still may have a list; one without any rule is done with one question.
  const open: Asked[] = worksheets.items.map(sheet => ({ sheetName: sheet.name, range: sheet.getRange() }));
  const users: SpillUser[] = [];
  for (let request = 0; open.length > 0 && request < mostRequests; request += 1) {
    const asked = open.splice(0, rangesPerRequest);
    const rules = asked.map(({ range }) => {
      range.load('address,rowCount,columnCount');
      return range.dataValidation.load('type,rule');
    });
    await context.sync();
    asked.forEach(({ sheetName, range }, index) => {
      const { type, rule } = rules[index];
      const isMixed =
        type === Excel.DataValidationType.inconsistent || type === Excel.DataValidationType.mixedCriteria;
      if (isMixed) open.push(...halvesOf(range).map(half => ({ sheetName, range: half })));
      else if (formulasOf(rule).some(formula => isUser(formula, sheetName)))
        users.push({ kind: 'validation', sheetName, address: withoutSheet(range.address) });
    });
  }
  return users;
}

const rangesPerRequest = 200;
/** Cutting a sheet down to one cell takes some forty; where every cell has a rule of its own, the first thousands tell enough. */
const mostRequests = 100;

/** A column is ruled from top to bottom: ranges of several columns are cut between them. */
function halvesOf(range: Excel.Range): Excel.Range[] {
  const { rowCount, columnCount } = range;
  if (columnCount > 1) {
    const left = Math.floor(columnCount / 2);
    const right = range.getCell(0, left).getResizedRange(rowCount - 1, columnCount - left - 1);
    return [partOf(range, 0, rowCount, left), right];
  }
  const above = Math.floor(rowCount / 2);
  return [partOf(range, 0, above, 1), partOf(range, above, rowCount - above, 1)];
}

/** The formulas of an entry rule, whatever its kind. */
function formulasOf(rule: Excel.DataValidationRule): unknown[] {
  const { list, custom, wholeNumber, decimal, date, time, textLength } = rule ?? {};
  const limits = [wholeNumber, decimal, date, time, textLength];
  return [list?.source, custom?.formula, ...limits.flatMap(each => [each?.formula1, each?.formula2])];
}
