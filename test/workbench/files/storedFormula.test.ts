import { fromStored, mayAnswerArray, toStored } from '../../../src/workbench/files/storedFormula';

/** Typed and stored, as Excel itself writes them ([MS-XLSX] future functions; XlsxWriter's documentation lists the same). */
const pairs: readonly (readonly [string, string])[] = [
  ['SUM(A1:A9)', 'SUM(A1:A9)'],
  ['TIERCEL.AGING(A1:A9,B1:B9,C1)', '_xldudf_TIERCEL_AGING(A1:A9,B1:B9,C1)'],
  ['1+TIERCEL.DSO(A1,B1)/2', '1+_xldudf_TIERCEL_DSO(A1,B1)/2'],
  ['IFNA(XLOOKUP(A1,B:B,C:C),0)', '_xlfn.IFNA(_xlfn.XLOOKUP(A1,B:B,C:C),0)'],
  ['SORT(FILTER(A1:B9,A1:A9>1))', '_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:B9,A1:A9>1))'],
  ['SUM(A1#)', 'SUM(_xlfn.ANCHORARRAY(A1))'],
  ["SUM('My sheet'!$A$1#)", "SUM(_xlfn.ANCHORARRAY('My sheet'!$A$1))"],
  ['LET(x,A1,y,x+1,x*y)', '_xlfn.LET(_xlpm.x,A1,_xlpm.y,_xlpm.x+1,_xlpm.x*_xlpm.y)'],
  ['LAMBDA(a,b,a+b)(1,2)', '_xlfn.LAMBDA(_xlpm.a,_xlpm.b,_xlpm.a+_xlpm.b)(1,2)'],
  ['"IFNA(" & A1', '"IFNA(" & A1'],
  ['"TIERCEL.DSO(1)"', '"TIERCEL.DSO(1)"'],
  ["'IFNA('!A1", "'IFNA('!A1"],
  ['STDEV.S(A1:A9)', '_xlfn.STDEV.S(A1:A9)'],
  ['SUM(Invoices[@Amount])', 'SUM(Invoices[[#This Row],[Amount]])'],
  ['SUM(Invoices[@[Open amount]])', 'SUM(Invoices[[#This Row],[Open amount]])'],
  ['ISERROR(#REF!)', 'ISERROR(#REF!)'],
];

describe('storage of formulas', () => {
  test.each(pairs)('%s is stored as %s', (typed, stored) => expect(toStored(typed)).toBe(stored));
  test.each(pairs)('%s comes back from %s', (typed, stored) => expect(fromStored(stored)).toBe(typed));

  test('a reference to the own row gets the name of the table it stands in', () => {
    expect(toStored('[@Amount]*2', 'Invoices')).toBe('Invoices[[#This Row],[Amount]]*2');
  });

  test('names of functions are found in any case', () => {
    expect(toStored('tiercel.dso(1,2)')).toBe('_xldudf_TIERCEL_DSO(1,2)');
    expect(toStored('ifna(A1,0)')).toBe('_xlfn.IFNA(A1,0)');
  });

  test('a name that only ends like a newer function is left alone', () => {
    expect(toStored('MYIFNA(A1)+MY.LET(1,2)')).toBe('MYIFNA(A1)+MY.LET(1,2)');
  });
});

describe('mayAnswerArray', () => {
  test.each([
    'TIERCEL.DSO(A1,B1)',
    'SEQUENCE(3)',
    'A1#',
    'A1:A9*2',
    'SUM(A1:A9*B1:B9)',
    'SUM(LEN(A1:A9))',
    'SUM(Invoices[Amount]*Invoices[Rate])',
    'SUM((Sheet2!A1:A9>3)*1)',
  ])('=%s is an array', formula => expect(mayAnswerArray(`=${formula}`)).toBe(true));

  test.each([
    'SUM(A1:A9)',
    'A1*2',
    '"A1:A9*2"',
    'SUMIFS(Invoices[Amount],Invoices[Customer],A2)',
    'IF([@Due]>1,2,3)',
    'IF(J2>0,MIN(1,K2/J2),0)',
    "'SEQUENCE('!A1",
  ])('=%s is not', formula => expect(mayAnswerArray(`=${formula}`)).toBe(false));
});
