/** Finding the workbook's defined names; what ours are called stands in `names.ts`. */

/** Find the names of the workbook that are wanted, inside a batch of the caller. */
export async function findNames(
  context: Excel.RequestContext,
  isWanted: (name: string) => boolean,
): Promise<Excel.NamedItem[]> {
  const { names } = context.workbook;
  names.load('items/name');
  await context.sync();
  return names.items.filter(({ name }) => isWanted(name));
}

/** A name that marks a range, and the range where it is now. */
export interface StandingMark {
  readonly mark: Excel.NamedItem;
  readonly range: Excel.Range;
}

/**
 * Find the names that mark ranges, inside a batch of the caller; those whose range is gone are deleted on the way.
 *
 * @param properties Loaded of the ranges.
 */
export async function findMarks(
  context: Excel.RequestContext,
  isMark: (name: string) => boolean,
  properties: string,
): Promise<StandingMark[]> {
  const marked = (await findNames(context, isMark)).map(mark => {
    const range = mark.getRangeOrNullObject();
    range.load(properties);
    return { mark, range };
  });
  if (marked.length === 0) return [];
  await context.sync();
  for (const { mark, range } of marked) if (range.isNullObject) mark.delete();
  return marked.filter(({ range }) => !range.isNullObject);
}

/**
 * Give names with that prefix and a number that no name has yet, one after the other.
 *
 * @param names Those that are taken.
 * @example const free = freeNumbers(['Tiercel_Data_1'], 'Tiercel_Data_'); free() //=> 'Tiercel_Data_2'
 */
export function freeNumbers(names: readonly string[], prefix: string): () => string {
  const taken = new Set(names.map(name => name.toLowerCase()));
  let number = 0;
  return () => {
    do number += 1;
    while (taken.has(`${prefix}${number}`.toLowerCase()));
    return `${prefix}${number}`;
  };
}
