import { findNames, freeNumbers } from '../definedNames';

/**
 * Give defined names with that prefix and a number that no name of the workbook has yet, one after the other, inside a batch of the caller.
 *
 * @example const mark = await freeNames(context, 'Tiercel_Columns_'); mark() //=> 'Tiercel_Columns_1'
 */
export async function freeNames(context: Excel.RequestContext, prefix: string): Promise<() => string> {
  const names = await findNames(context, () => true);
  return freeNumbers(
    names.map(({ name }) => name),
    prefix,
  );
}
