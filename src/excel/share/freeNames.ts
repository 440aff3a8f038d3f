/**
 * Give defined names with that prefix and a number that no name of the workbook has yet, one after the other, inside a batch of the caller.
 *
 * @example const mark = await freeNames(context, 'Tiercel_Columns_'); mark() //=> 'Tiercel_Columns_1'
 */
export async function freeNames(context: Excel.RequestContext, prefix: string): Promise<() => string> {
  const { names } = context.workbook;
  names.load('items/name');
  await context.sync();
  const taken = new Set(names.items.map(name => name.name.toLowerCase()));
  let number = 0;
  return () => {
    do number += 1;
    while (taken.has(`${prefix}${number}`.toLowerCase()));
    return `${prefix}${number}`;
  };
}
