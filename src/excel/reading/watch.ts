import { ExcelRefusal, runExcel } from '../problem';
import { untilTaken } from '../untilTaken';

/** Who edited cells: an Excel before ExcelApi 1.14 does not tell the user from the add-in. */
export type Editor = 'user' | 'coauthor' | 'userOrUs';

export type EditListener = (sheetId: string, address: string, isMoved: boolean, by: Editor) => void;

/**
 * Tell when cells of a sheet are edited, inserted or deleted by the user or a co-author: where, whether cells moved, and by whom. What the
 * add-in writes itself is not told, as far as Excel says who wrote. Returns what stops the telling.
 */
export function onSheetChanged(listener: EditListener): Promise<() => void> {
  return listen(({ onChanged }) =>
    onChanged.add(async event => {
      const { worksheetId, address, changeType, source, triggerSource } = event;
      if (source === 'Local' && triggerSource === 'ThisLocalAddin') return;
      const local = triggerSource === undefined ? 'userOrUs' : 'user';
      const by = source === 'Local' ? local : 'coauthor';
      listener(worksheetId, address, changeType !== 'RangeEdited', by);
    }),
  );
}

/** Tell when the user goes to another sheet. Returns what stops the telling. */
export function onSheetActivated(listener: (sheetId: string) => void): Promise<() => void> {
  return listen(({ onActivated }) => onActivated.add(async event => listener(event.worksheetId)));
}

/**
 * Register a listener with Excel, also with one that refuses at first: else the pane would hear nothing for as long as it is open. What it gives
 * takes the listener away again, by the context it was registered with.
 *
 * @throws ExcelRefusal
 */
async function listen<Event>(
  add: (sheets: Excel.WorksheetCollection) => OfficeExtension.EventHandlerResult<Event>,
): Promise<() => void> {
  const registered = await untilTaken(() =>
    runExcel(async context => {
      const handler = add(context.workbook.worksheets);
      await context.sync();
      return handler;
    }),
  );
  if (!registered.ok) throw new ExcelRefusal(registered.problem.key, registered.problem.detail);
  const registration = registered.value;
  return () => {
    Excel.run(registration.context, async context => {
      registration.remove();
      await context.sync();
    }).catch(() => {
      // Excel refused: the listener hears on, of what nobody asks any more.
    });
  };
}
