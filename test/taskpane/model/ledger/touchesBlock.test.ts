import { touchesBlock } from '../../../../src/taskpane/model/ledger/touchesBlock';
import { blockOf } from '../../../sheetBlock';
import { smallLedger } from '../../smallLedger';

/** The ledger moved to C4: its columns are C to …, its rows 4 to the last. */
const block = blockOf(smallLedger, { row: 3, column: 2 });
const width = smallLedger[0].length;
const lastRow = 3 + smallLedger.length;
const letter = (column: number) => String.fromCharCode(65 + column);

test.each([
  ['C4', false, true],
  ['$D$5:$D$6', false, true],
  [`C${lastRow + 1}`, false, true],
  [`C${lastRow + 2}`, false, false],
  ['A1:B9', false, false],
  ['C1:C3', false, false],
  [`${letter(2 + width)}5`, false, false],
  [`A1,${letter(1 + width)}5`, false, true],
  ['Sheet1!C5', false, true],
  ['5:5', false, true],
  ['D:D', false, true],
  ['1:1', true, true],
  ['A:A', true, true],
  [`${lastRow + 5}:${lastRow + 5}`, true, false],
  ['XFD:XFD', true, false],
  ['#REF!', false, true],
])('%s (moved: %s): %s', (address, isMoved, expected) => {
  expect(touchesBlock(block, address, isMoved)).toBe(expected);
});
