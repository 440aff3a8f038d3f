/** Conditional formats and entry rules go along with cells that are filled, pasted or moved, as in Excel. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { formatAddress, parseArea } from '../../../src/workbench/book/address';
import { createBook } from '../../../src/workbench/book/book';
import { fillArea } from '../../../src/workbench/book/fill/fillArea';
import type { Book, Sheet } from '../../../src/workbench/book/types';
import { copyText, paste } from '../../../src/workbench/page/grid/clipboard';

const area = (address: string) => parseArea(address)!;

let book: Book;
let sheet: Sheet;

beforeEach(() => {
  book = createBook();
  sheet = book.activeSheet;
  book.setCells(sheet, area('A1:A3'), [[5], [50], [500]], 'user');
});

const colour = (address: string, formula: string, fill: string, on = sheet) =>
  book.addConditionalFormat(on, {
    areas: address.split(',').map(area),
    formula,
    stopIfTrue: false,
    format: { fill },
  });

const letIn = (address: string, formula1: string) =>
  book.setDataValidation(sheet, [area(address)], {
    type: 'Custom',
    operator: 'Between',
    formula1,
    formula2: '',
    inCellDropDown: true,
    ignoreBlanks: true,
    errorAlert: { showAlert: true, style: 'Stop', title: '', message: '' },
    prompt: { showPrompt: false, title: '', message: '' },
  });

const rules = (on = sheet) =>
  on.conditionalFormats
    .toSorted((one, other) => one.priority - other.priority)
    .map(({ areas, formula }) => `${areas.map(each => formatAddress(each)).join(',')} ${formula}`);
const entries = (on = sheet) =>
  on.dataValidations.map(
    ({ areas, formula1 }) => `${areas.map(each => formatAddress(each)).join(',')} ${formula1}`,
  );

function copyTo(from: string, to: string, target = sheet, isCut = false): void {
  const copied = copyText(sheet, area(from));
  paste(book, target, area(to), copied.text, { sheet, area: copied.area, text: copied.text, isCut });
}

describe('filling', () => {
  test('lets rules reach as far as what is filled, and undoing takes them back', () => {
    colour('A1:A3', '=A1>10', '#FF0000');
    letIn('A1:A3', '=A1>0');
    fillArea(book, sheet, area('A1:A3'), area('A1:A9'), 'copy');
    expect(rules()).toEqual(['A1:A9 =A1>10']);
    expect(entries()).toEqual(['A1:A9 =A1>0']);
    expect(book.conditionalStyle(sheet, 8, 0)).toEqual({ fill: '#FF0000' });
    book.undo();
    expect(rules()).toEqual(['A1:A3 =A1>10']);
    expect(entries()).toEqual(['A1:A3 =A1>0']);
  });

  test('from every second cell gives the rule to every second one', () => {
    colour('A1', '=A1>10', '#FF0000');
    fillArea(book, sheet, area('A1:A2'), area('A1:A6'), 'copy');
    expect(rules()).toEqual(['A1,A3,A5 =A1>10']);
  });
});

describe('pasting', () => {
  test('takes the rules of what is pasted over away', () => {
    colour('A1:A3', '=A1>10', '#FF0000');
    colour('C1:C3', '=C1>1', '#00FF00');
    copyTo('A1:A2', 'C1');
    expect(rules()).toEqual(['C3 =C3>1', 'A1:A3,C1:C2 =A1>10']);
  });

  test('within the same rule changes nothing', () => {
    colour('A1:A9', '=A1>10', '#FF0000');
    copyTo('A1:A2', 'A5');
    expect(rules()).toEqual(['A1:A9 =A1>10']);
  });

  test('on another sheet writes them for there, in the same order', () => {
    colour('A1:A3', '=A1>10', '#FF0000');
    colour('A2:A3', '=$B1>A2', '#00FF00');
    letIn('A1:A3', '=A1<$D$1');
    const other = book.addSheet('Other');
    copyTo('A1:A3', 'C5', other);
    expect(rules(other)).toEqual(['C6:C7 =$B5>C6', 'C5:C7 =C5>10']);
    expect(entries(other)).toEqual(['C5:C7 =C5<$D$1']);
    expect(rules()).toEqual(['A2:A3 =$B1>A2', 'A1:A3 =A1>10']);
  });

  test('what was cut takes them along', () => {
    colour('A1:A3', '=A1>10', '#FF0000');
    letIn('A1:A3', '=A1>0');
    copyTo('A2:A3', 'A3', sheet, true);
    expect(rules()).toEqual(['A1,A3:A4 =A1>10']);
    expect(entries()).toEqual(['A1,A3:A4 =A1>0']);
    book.undo();
    expect(rules()).toEqual(['A1:A3 =A1>10']);
  });

  test('on a protected sheet leaves them', () => {
    colour('A1', '=A1>1', '#FF0000');
    book.setStyle(sheet, area('C1'), { locked: false });
    sheet.isProtected = true;
    copyTo('A1', 'C1');
    expect(rules()).toEqual(['A1 =A1>1']);
  });
});
