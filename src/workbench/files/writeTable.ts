/** A table of the book as a table part. */
import { formatAddress } from '../book/address';
import type { Sheet, Table } from '../book/types';
import { keptOfTable } from './keptContent';
import { headerNames } from './writeSheet';
import { attributes, encodeXml } from './xml';

export function writeTable(sheet: Sheet, table: Table, number: number): string {
  const names = headerNames(sheet, table);
  const kept = keptOfTable(table);
  // What a file said about columns holds only while there are as many.
  const keptColumns = kept && kept.columns.length === names.length ? kept.columns : [];
  const totalsRowCount = kept?.totalsRowCount ?? 0;
  const columns = names.map((name, index) => {
    const column = keptColumns[index];
    const opening = `<tableColumn id="${index + 1}" name="${encodeXml(name).replaceAll('\n', '_x000a_')}"${column?.attributes ?? ''}`;
    return column?.content ? `${opening}>${column.content}</tableColumn>` : `${opening}/>`;
  });
  const filtered = { ...table.area, rowCount: table.area.rowCount - totalsRowCount };
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"${attributes({
    id: number,
    name: table.name,
    displayName: table.name,
    ref: formatAddress(table.area),
    totalsRowCount: totalsRowCount || undefined,
    totalsRowShown: totalsRowCount ? undefined : '0',
  })}>${table.showFilterButton ? `<autoFilter ref="${formatAddress(filtered)}"/>` : ''}<tableColumns count="${columns.length}">${columns.join(
    '',
  )}</tableColumns>${styleElement(table)}</table>`;
}

function styleElement(table: Table): string {
  const said = attributes({ name: table.style || undefined });
  return `<tableStyleInfo${said} showFirstColumn="0" showLastColumn="0" showRowStripes="${table.showBandedRows ? 1 : 0}" showColumnStripes="0"/>`;
}
