import { customerNumbersInSlices } from '../../../src/risk/join/customerNumbers';
import { customerTexts, recordOf } from '../../../src/risk/ledger/customerList/customerFields';
import type { Cell } from '../../../src/risk/ledger/ledger';
import { readLedger } from '../../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../../src/risk/ledger/recognition/recogniseSheet';
import { finishSlices } from '../../../src/risk/slices';

const ledgerOf = (header: string, rows: Cell[][]) => {
  const cells = [header.split('|'), ...rows];
  const recognition = recogniseSheet(cells);
  return { cells, recognition, ledger: readLedger(cells, recognition, { dateSystem: 1900 }) };
};

const numbered = ledgerOf('Customer no.|Customer|Due date|Amount', [
  ['', 'Acme', 45_030, 10],
  ['C-1', 'Acme', 45_030, 10],
  [20_017, 'Beta', 45_030, 10],
  ['', 'Gamma', 45_030, 10],
]);

test('are the first that rows of a customer have, or those of the list where it has one', () => {
  const { ledger, ...sheet } = numbered;
  const { customers } = ledger;
  expect(finishSlices(customerNumbersInSlices(sheet, ledger, { customers }))).toEqual(['C-1', '20017', '']);
  const listed = ['', 'B-2', ''];
  const texts = recordOf(customerTexts, field =>
    field === 'customerNumber' ? listed : customers.map(() => ''),
  );
  expect(finishSlices(customerNumbersInSlices(sheet, ledger, { customers, texts }))).toEqual([
    'C-1',
    'B-2',
    '',
  ]);
  expect(finishSlices(customerNumbersInSlices(sheet, null, { customers, texts }))).toEqual(listed);
});

test('are null where nobody has one', () => {
  const { ledger, ...sheet } = ledgerOf('Customer|Due date|Amount', [['Acme', 45_030, 10]]);
  expect(finishSlices(customerNumbersInSlices(sheet, ledger, ledger))).toBeNull();
});
