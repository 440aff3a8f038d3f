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
