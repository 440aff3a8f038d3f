/** A table of the book as a table part. */
import { formatAddress } from '../book/address';
import { textsOfColumn } from '../book/tableFilter';
import type { Area, Sheet, Table } from '../book/types';
import { keptOfTable } from './keptContent';
import { headerNames } from './writeSheet';
import { attributes, encodeXml } from './xml';

export function writeTable(sheet: Sheet, table: Table, number: number): string {
  const names = headerNames(sheet, table);
  const kept = keptOfTable(table);
  // What a file said about columns holds only while there are as many.
  const keptColumns = kept && kept.columns.length === names.length ? kept.columns : [];
  const { totalsRowCount } = table;
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
  })}>${table.showFilterButton ? filterElement(sheet, table, filtered) : ''}<tableColumns count="${columns.length}">${columns.join(
    '',
  )}</tableColumns>${styleElement(table)}</table>`;
}

/** Files list what a filter shows, the book what it hides. */
function filterElement(sheet: Sheet, table: Table, filtered: Area): string {
  const columns = [...table.filters].map(([offset, excluded]) => {
    const shown = textsOfColumn(sheet, table, table.area.column + offset).filter(text => !excluded.has(text));
    const blank = shown.includes('') ? ' blank="1"' : '';
    const texts = shown.filter(text => text !== '').map(text => `<filter val="${encodeXml(text)}"/>`);
    return `<filterColumn colId="${offset}"><filters${blank}>${texts.join('')}</filters></filterColumn>`;
  });
  const reference = `ref="${formatAddress(filtered)}"`;
  return columns.length > 0
    ? `<autoFilter ${reference}>${columns.join('')}</autoFilter>`
    : `<autoFilter ${reference}/>`;
}

function styleElement(table: Table): string {
  const said = attributes({ name: table.style || undefined });
  return `<tableStyleInfo${said} showFirstColumn="0" showLastColumn="0" showRowStripes="${table.showBandedRows ? 1 : 0}" showColumnStripes="0"/>`;
}
