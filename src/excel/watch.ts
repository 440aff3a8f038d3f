/**
 * Tell when cells of a sheet are edited, inserted or deleted by the user or a co-author: where, and whether cells moved. What the add-in
 * writes itself is not told, as far as Excel says who wrote: one before ExcelApi 1.14 does not, and its edits may be ours. Returns what
 * stops the telling.
 */
export async function onSheetChanged(
  listener: (sheetId: string, address: string, isMoved: boolean, mayBeOurs: boolean) => void,
): Promise<() => void> {
  const registration = await Excel.run(async context => {
    const handler = context.workbook.worksheets.onChanged.add(async event => {
      const { worksheetId, address, changeType, source, triggerSource } = event;
      if (source === 'Local' && triggerSource === 'ThisLocalAddin') return;
      const mayBeOurs = source === 'Local' && triggerSource === undefined;
      listener(worksheetId, address, changeType !== 'RangeEdited', mayBeOurs);
    });
    await context.sync();
    return handler;
  });
  return () => {
    void Excel.run(registration.context, async context => {
      registration.remove();
      await context.sync();
    });
  };
}

/** Tell when the user goes to another sheet. Returns what stops the telling. */
export async function onSheetActivated(listener: (sheetId: string) => void): Promise<() => void> {
  const registration = await Excel.run(async context => {
    const handler = context.workbook.worksheets.onActivated.add(async event => listener(event.worksheetId));
    await context.sync();
    return handler;
  });
  return () => {
    void Excel.run(registration.context, async context => {
      registration.remove();
      await context.sync();
    });
  };
}
