import { callArguments, shiftReferences } from '../../../src/workbench/files/formulaText';

describe('shiftReferences', () => {
  test.each([
    ['A1', 1, 2, 'C2'],
    ['$A1+A$1+$A$1', 2, 1, '$A3+B$1+$A$1'],
    ['SUM(A1:B2)', 1, 0, 'SUM(A2:B3)'],
    ['A:B+1:2', 3, 1, 'B:C+4:5'],
    ['Sheet1!A1', 1, 1, 'Sheet1!B2'],
    ["'A1'!A1", 1, 1, "'A1'!B2"],
    ['"A1"&A1', 1, 0, '"A1"&A2'],
    ['LOG10(A1)', 1, 0, 'LOG10(A2)'],
    ['Invoices[A1]+B2', 1, 0, 'Invoices[A1]+B3'],
    ['Rate1.A1', 1, 0, 'Rate1.A1'],
    ['Z1', 0, 1, 'AA1'],
    ['XFD1048576', 1, 1, 'A1'],
    ['A1', -1, 0, 'A1048576'],
  ])('%s by %i rows and %i columns is %s', (formula, rows, columns, expected) => {
    expect(shiftReferences(formula, rows, columns)).toBe(expected);
  });
});

describe('callArguments', () => {
  test('splits at the commas of the call itself', () => {
    const found = callArguments('LET(x,SUM(1,2),"a,b",{1,2})', 3);
    expect(found?.map(argument => argument.text)).toEqual(['x', 'SUM(1,2)', '"a,b"', '{1,2}']);
  });

  test('gives nothing for a call that is not closed', () => expect(callArguments('LET(x,1', 3)).toBeNull());
});
