import { describe, expect, it } from '@jest/globals';
import { parseArea } from '../../../src/workbench/book/address';
import { createBook } from '../../../src/workbench/book/book';
import { functionNames } from '../../../src/workbench/book/formula/functions/catalogue';
import type { Book, CellValue } from '../../../src/workbench/book/types';

const area = (address: string) => parseArea(address)!;

/** Six invoices: customer, due date (45000 + …), amount, disputed; E3 an error, E4 a text that is a number. */
function ledgerBook(): Book {
  const book = createBook();
  book.setCells(
    book.activeSheet,
    area('A1'),
    [
      ['Customer', 'Due', 'Amount', 'Disputed', 'Mixed'],
      ['Baker', 45000, 100, true, 1],
      ['宏达', 45010, 250.5, false, '=NA()'],
      ['BAKER', 45020, -40, false, '7'],
      ['Carr', 45030, 0, false, null],
      ['Baker & Sons', 45040, 19.25, true, 'x'],
    ],
    'addin',
  );
  return book;
}

/** What the formula gives outside the cells, arrays as rows. */
function give(formula: string, book = ledgerBook()): unknown {
  const sheet = book.activeSheet;
  const value = book.evaluate(formula, sheet, 9, 9);
  const plain = (cell: CellValue): unknown =>
    typeof cell === 'object' && cell !== null
      ? cell.error
      : typeof cell === 'number'
        ? Number(cell.toPrecision(12))
        : cell;
  return Array.isArray(value) ? value.map(row => row.map(plain)) : plain(value);
}

describe('operators', () => {
  it.each([
    ['=1+2*3^2', 19],
    ['=-2^2', 4],
    ['=2^3^2', 64],
    ['=10%', 0.1],
    ['=50%*4', 2],
    ['="a"&1+1&TRUE', 'a2TRUE'],
    ['="A"="a"', true],
    ['=1="1"', false],
    ['="a">5', true],
    ['=TRUE>"z"', true],
    ['=0.1+0.2=0.3', true],
    ['=(0.1+0.2)&""', '0.3'],
    ['=1/3&""', '0.333333333333333'],
    ['="3"+4', 7],
    ['="12%"*100', 12],
    ['="2024-03-05"+0', 45356],
    ['="x"+1', '#VALUE!'],
    ['=TRUE+TRUE', 2],
    ['=1/0', '#DIV/0!'],
    ['=0^0', '#NUM!'],
    ['=#N/A+1', '#N/A'],
    ['=J99=""', true],
    ['=J99=0', true],
    [
      '={1,2;3,4}*2',
      [
        [2, 4],
        [6, 8],
      ],
    ],
    [
      '={1;2}+{10,20}',
      [
        [11, 21],
        [12, 22],
      ],
    ],
    ['={1,2,3}+{1,2}', [[2, 4, '#N/A']]],
    ['=C2:C6>0', [[true], [true], [false], [false], [true]]],
    ['=SUM(A1:C3 B2:D9)', 45000 + 45010 + 350.5],
    ['=SUM((C2,C4:C5))', 60],
    ['=SUM(C2:INDEX(C2:C6,2))', 350.5],
    ['=', '#NAME?'],
    ['=1+', '#NAME?'],
    ['=NOSUCH(1)', '#NAME?'],
    ['=NoSuchName', '#NAME?'],
    ["='No sheet'!A1", '#REF!'],
    ['=ROUND(1)', '#VALUE!'],
  ])('%s is %p', (formula, expected) => {
    expect(give(formula)).toEqual(expected);
  });
});

describe('functions', () => {
  it.each([
    ['=SUM(C2:C6)', 329.75],
    ['=SUM(E2:E6)', '#N/A'],
    ['=SUM("5",TRUE,1)', 7],
    ['=SUM(C:C)', 329.75],
    ['=SUM({1,"2",TRUE})', 1],
    ['=AVERAGE(C2:C6)', 65.95],
    ['=AVERAGE(A2:A6)', '#DIV/0!'],
    ['=COUNT(A1:E6)', 11],
    ['=COUNTA(A2:E6)', 24],
    ['=COUNTBLANK(A1:E6)', 1],
    ['=MEDIAN(C2:C6)', 19.25],
    ['=MAX(C2:C6)-MIN(C2:C6)', 290.5],
    ['=LARGE(C2:C6,{1,2})', [[250.5, 100]]],
    ['=SMALL(C2:C6,1)', -40],
    ['=RANK(100,C2:C6)', 2],
    ['=RANK.EQ(100,C2:C6,1)', 4],
    ['=PERCENTILE(C2:C6,0.25)', 0],
    ['=QUARTILE(C2:C6,3)', 100],
    ['=STDEV({2,4,4,4,5,5,7,9})', 2.1380899353],
    ['=STDEV.P({2,4,4,4,5,5,7,9})', 2],
    ['=SUMPRODUCT(C2:C6*(B2:B6<=45020))', 310.5],
    ['=SUMPRODUCT(--(D2:D6))', 2],
    ['=SUMPRODUCT((A2:A6="baker")*(C2:C6>0),C2:C6)', 100],
    ['=SUBTOTAL(9,C2:C6)', 329.75],
    ['=SUMIFS(C2:C6,A2:A6,"baker")', 60],
    ['=SUMIFS(C2:C6,A2:A6,"Baker*",C2:C6,">0")', 119.25],
    ['=SUMIFS(C:C,B:B,"<="&45020)', 310.5],
    ['=SUMIFS(C2:C6,A2:A6,"<>Baker")', 269.75],
    ['=SUMIFS(C2:C6,A2:A6,{"Baker","宏达"})', [[60, 250.5]]],
    ['=SUMIFS(C2:C6,A2:A5,"x")', '#VALUE!'],
    ['=SUMIF(A2:A6,"Baker",C2)', 60],
    ['=COUNTIFS(E2:E6,7)', 1],
    ['=COUNTIF(E2:E6,"")', 1],
    ['=COUNTIF(A:A,"")', 1048570],
    ['=COUNTIF(E2:E6,"<>")', 4],
    ['=COUNTIF(E2:E6,"#N/A")', 1],
    ['=COUNTIF(D2:D6,TRUE)', 2],
    ['=AVERAGEIFS(C2:C6,A2:A6,"nobody")', '#DIV/0!'],
    ['=MAXIFS(C2:C6,D2:D6,TRUE)', 100],
    ['=IF(C2>50,"big","small")', 'big'],
    ['=IF(FALSE,1)', false],
    ['=IF(TRUE,,5)', 0],
    ['=IF(C2:C4>0,A2:A4,"-")', [['Baker'], ['宏达'], ['-']]],
    ['=IF(TRUE,1,1/0)', 1],
    ['=IFERROR(1/0,"none")', 'none'],
    ['=IFERROR(E2:E4,0)', [[1], [0], ['7']]],
    ['=IFNA(1/0,"none")', '#DIV/0!'],
    ['=IFNA(NA(),"none")', 'none'],
    ['=AND(TRUE,C2:C3)', true],
    ['=OR(FALSE,0)', false],
    ['=AND("x")', '#VALUE!'],
    ['=NOT(0)', true],
    ['=IFS(FALSE,1,TRUE,2)', 2],
    ['=SWITCH(2,1,"a",2,"b")', 'b'],
    ['=CHOOSE(2,"a","b")', 'b'],
    ['=SUM(CHOOSE(1,C2:C6,B2:B6))', 329.75],
    ['=INDEX(A2:C6,2,3)', 250.5],
    ['=INDEX(A2:C6,0,1)', [['Baker'], ['宏达'], ['BAKER'], ['Carr'], ['Baker & Sons']]],
    ['=INDEX(A2:A6,9)', '#REF!'],
    ['=MATCH("carr",A2:A6,0)', 4],
    ['=MATCH("C*",A2:A6,0)', 4],
    ['=MATCH(45025,B2:B6)', 3],
    ['=MATCH(7,E2:E6,0)', '#N/A'],
    ['=MATCH(1,B2:B6)', '#N/A'],
    ['=XMATCH("Baker",A2:A6,0,-1)', 3],
    ['=XLOOKUP("宏达",A2:A6,C2:C6)', 250.5],
    ['=XLOOKUP("x",A2:A6,C2:C6,"none")', 'none'],
    ['=XLOOKUP("宏达",A2:A6,B2:D6)', [[45010, 250.5, false]]],
    ['=XLOOKUP({"Carr";"宏达"},A2:A6,B2:B6)', [[45030], [45010]]],
    ['=XLOOKUP(45025,B2:B6,B2:B6,,-1)', 45020],
    ['=XLOOKUP(45025,B2:B6,B2:B6,,1)', 45030],
    ['=VLOOKUP("Carr",A2:C6,2,FALSE)', 45030],
    ['=VLOOKUP(45015,B2:C6,2)', 250.5],
    ['=VLOOKUP("Carr",A2:C6,9,FALSE)', '#REF!'],
    ['=VLOOKUP("nobody",A2:C6,2,FALSE)', '#N/A'],
    ['=HLOOKUP("Due",A1:C6,3,FALSE)', 45010],
    ['=FILTER(A2:A6,C2:C6>50)', [['Baker'], ['宏达']]],
    ['=FILTER(A2:A6,C2:C6>999,"none")', 'none'],
    ['=FILTER(A2:A6,C2:C6>999)', '#CALC!'],
    ['=SORT(C2:C6,,-1)', [[250.5], [100], [19.25], [0], [-40]]],
    ['=SORTBY(A2:A4,C2:C4)', [['BAKER'], ['Baker'], ['宏达']]],
    ['=UNIQUE(A2:A6)', [['Baker'], ['宏达'], ['Carr'], ['Baker & Sons']]],
    [
      '=SEQUENCE(2,3,10,5)',
      [
        [10, 15, 20],
        [25, 30, 35],
      ],
    ],
    [
      '=TRANSPOSE(A2:B3)',
      [
        ['Baker', '宏达'],
        [45000, 45010],
      ],
    ],
    [
      '=HSTACK({1;2},{3;4})',
      [
        [1, 3],
        [2, 4],
      ],
    ],
    [
      '=VSTACK({1,2},{3})',
      [
        [1, 2],
        [3, '#N/A'],
      ],
    ],
    ['=TAKE(C2:C6,-2)', [[0], [19.25]]],
    ['=DROP(C2:C6,3)', [[0], [19.25]]],
    ['=CHOOSECOLS({1,2,3},-1,1)', [[3, 1]]],
    ['=TOCOL({1,2;3,4})', [[1], [2], [3], [4]]],
    ['=ROWS(A2:C6)*COLUMNS(A:C)', 15],
    ['=ROW()', 10],
    ['=ROW(A2:A4)', [[2], [3], [4]]],
    ['=COLUMN(C1)', 3],
    ['=SUM(OFFSET(C1,1,0,2))', 350.5],
    ['=SUM(INDIRECT("C"&2&":C3"))', 350.5],
    ['=LET(x,5,y,x*2,x+y)', 15],
    ['=LAMBDA(x,x^2)(7)', 49],
    ['=MAP({1,2,3},LAMBDA(x,x*10))', [[10, 20, 30]]],
    ['=REDUCE(0,{1,2,3},LAMBDA(a,b,a+b))', 6],
    ['=BYROW({1,2;3,4},LAMBDA(r,SUM(r)))', [[3], [7]]],
    ['=DATE(2013,6,30)', 41455],
    ['=DATE(2024,13,1)', 45658],
    ['=DATE(1900,2,28)', 59],
    ['=DATE(1900,3,1)', 61],
    ['=YEAR(45356)*10000+MONTH(45356)*100+DAY(45356)', 20240305],
    ['=EOMONTH(DATE(2024,1,31),1)', 45351],
    ['=EDATE(DATE(2024,1,31),1)', 45351],
    ['=WEEKDAY(DATE(2024,3,5))', 3],
    ['=NETWORKDAYS(DATE(2024,3,1),DATE(2024,3,10))', 6],
    ['=DATEDIF(DATE(2023,1,31),DATE(2024,3,1),"m")', 13],
    ['=TODAY()-INT(NOW())', 0],
    ['=TEXT(1234.567,"#,##0.00")', '1,234.57'],
    ['=TEXT(45356,"yyyy-mm-dd")', '2024-03-05'],
    ['=TEXT("abc","@")', 'abc'],
    ['=VALUE("1,234.5")', 1234.5],
    ['=VALUE("x")', '#VALUE!'],
    ['=LEN("应收")', 2],
    ['=LEFT("abc")&RIGHT("abc",2)&MID("abc",2,1)', 'abcb'],
    ['=TRIM("  a   b ")', 'a b'],
    ['=UPPER("aé")', 'AÉ'],
    ['=PROPER("o\'neil sons")', "O'Neil Sons"],
    ['=SUBSTITUTE("a-b-c","-","+",2)', 'a-b+c'],
    ['=FIND("b","abc")', 2],
    ['=SEARCH("B?","abc")', 2],
    ['=CONCAT(A2:A3,1)', 'Baker宏达1'],
    ['=TEXTJOIN(", ",TRUE,A2,"",A3)', 'Baker, 宏达'],
    ['=LEFT(A2:A3,1)', [['B'], ['宏']]],
    ['=ROUND(2.5,0)', 3],
    ['=ROUND(-2.5,0)', -3],
    ['=ROUND(1.005,2)', 1.01],
    ['=ROUND(1234,-2)', 1200],
    ['=ROUNDUP(1.001,2)', 1.01],
    ['=MOD(-3,2)', 1],
    ['=INT(-1.5)', -2],
    ['=ABS(C2:C4)', [[100], [250.5], [40]]],
    ['=ISNUMBER(E2:E6)', [[true], [false], [false], [false], [false]]],
    ['=ISBLANK(E5)', true],
    ['=ISERROR(E3)', true],
    ['=ISTEXT(E4)', true],
    ['=N(TRUE)', 1],
    ['=ERROR.TYPE(NA())', 7],
    ['=PMT(0.01,12,1000)', -88.8487886783],
    ['=NORM.S.DIST(0,TRUE)', 0.5],
    ['=_xlfn.XLOOKUP("Carr",A2:A6,C2:C6)', 0],
  ])('%s is %p', (formula, expected) => {
    expect(give(formula)).toEqual(expected);
  });

  it('are there in number', () => {
    expect(functionNames().length).toBeGreaterThan(250);
  });
});

describe('names, tables and other sheets', () => {
  it('are read', () => {
    const book = ledgerBook();
    const policy = book.addSheet('Tiercel Policy');
    book.setCells(policy, area('A1'), [[45020, 30]], 'addin');
    book.addName('Tiercel_AsOf', "='Tiercel Policy'!$A$1");
    book.addName('Rate', '=0.5');
    book.addName('Above', '=Sheet1!A1');
    book.addTable(book.activeSheet, area('A1:E6'), 'Invoices');
    expect(give("='Tiercel Policy'!B1+Tiercel_AsOf", book)).toBe(45050);
    expect(give('=Rate*10', book)).toBe(5);
    expect(give('=SUM(Invoices[Amount])', book)).toBe(329.75);
    expect(give('=Invoices[[#Headers],[Due]]', book)).toBe('Due');
    expect(give('=ROWS(Invoices[#All])', book)).toBe(6);
    expect(give('=COLUMNS(Invoices[[Due]:[Disputed]])', book)).toBe(3);
    expect(give('=Invoices[Nothing]', book)).toBe('#REF!');
    expect(give('=ROWS(Invoices)', book)).toBe(5);
    book.setCells(book.activeSheet, area('G2'), [['=Invoices[@Amount]*2'], ['=Invoices[@[Due]]']], 'addin');
    expect([book.activeSheet.value(1, 6), book.activeSheet.value(2, 6)]).toEqual([200, 45010]);
    expect(book.activeSheet.value(5, 4)).toBe('x');
  });

  it('follow a change of what they mean', () => {
    const book = ledgerBook();
    const sheet = book.activeSheet;
    book.setCells(sheet, area('G1'), [['=Limit*2'], ['=SUM(Later[Amount])'], ['=Policy!A1']], 'addin');
    const values = () => [0, 1, 2].map(row => sheet.value(row, 6));
    expect(values()).toEqual([{ error: '#NAME?' }, { error: '#NAME?' }, { error: '#REF!' }]);
    const name = book.addName('Limit', '=Sheet1!$C$2');
    const table = book.addTable(sheet, area('A1:E6'), 'Later');
    const policy = book.addSheet('Policy');
    book.setCells(policy, area('A1'), [[3]], 'addin');
    expect(values()).toEqual([200, 329.75, 3]);
    name.formula = '=7';
    table.name = 'Invoices';
    book.renameSheet(policy, 'The policy');
    expect(values()).toEqual([14, 329.75, 3]);
    expect([1, 2].map(row => sheet.formula(row, 6))).toEqual(['=SUM(Invoices[Amount])', "='The policy'!A1"]);
    book.deleteSheet(policy);
    book.removeName(name);
    expect(values()).toEqual([{ error: '#NAME?' }, 329.75, { error: '#REF!' }]);
  });
});
