/** Do something with the active sheet, in a batch of its own. */
export function onSheet<T>(
  work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  return Excel.run(context => work(context.workbook.worksheets.getActiveWorksheet(), context));
}
