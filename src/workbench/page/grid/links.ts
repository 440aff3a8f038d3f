/** Following the link of a cell. */
import { hyperlinkAt } from '../../book/hyperlinks';
import type { Hyperlink } from '../../book/types';
import type { Workbench } from '../model/workbench';
import type { Position } from '../position';

export const linkAt = ({ grid }: Workbench, { row, column }: Position): Hyperlink | null =>
  hyperlinkAt(grid.sheet.peek(), row, column);

/** What a workbook may open: pages and messages, never scripts or files. */
const openedSchemes = /^(https?:|mailto:|tel:)/i;

/** Goes to the place in the workbook, or opens the address outside of it. */
export function followLink(workbench: Workbench, { address, documentReference }: Hyperlink): void {
  const refuse = (text: string): void =>
    workbench.notices.problem(workbench.say.peek()('cannotFollow', { text }));
  if (documentReference !== '') {
    if (!workbench.goTo(documentReference)) refuse(documentReference);
  } else if (openedSchemes.test(address)) {
    window.open(address, '_blank', 'noopener');
  } else {
    refuse(address);
  }
}
