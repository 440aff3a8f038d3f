import { expect, test } from '@jest/globals';
import { turnReference } from '../../../../src/workbench/page/formula/absoluteReference';

const turns = (text: string, caret: number, times: number): string[] => {
  const seen: string[] = [];
  let now = { text, caret };
  for (let time = 0; time < times; time++) {
    now = turnReference(now.text, now.caret) ?? now;
    seen.push(now.text);
  }
  return seen;
};

test('goes round as in Excel', () => {
  expect(turns('=A1', 3, 4)).toEqual(['=$A$1', '=A$1', '=$A1', '=A1']);
  expect(turns('=SUM(B2:C9)', 7, 4)).toEqual([
    '=SUM($B$2:$C$9)',
    '=SUM(B$2:C$9)',
    '=SUM($B2:$C9)',
    '=SUM(B2:C9)',
  ]);
  expect(turns('=SUM(A:A)', 6, 2)).toEqual(['=SUM($A:$A)', '=SUM(A:A)']);
  expect(turns('=SUM(1:3)', 6, 2)).toEqual(['=SUM($1:$3)', '=SUM(1:3)']);
});

test('only the reference at the caret, its sheet as it is, and the caret at its end', () => {
  expect(turnReference("=A1+'Q 1'!B2+C3", 9)).toEqual({ text: "=A1+'Q 1'!$B$2+C3", caret: 14 });
  expect(turnReference('=A1+B2', 3)).toEqual({ text: '=$A$1+B2', caret: 5 });
});

test.each([
  ['A1', 2],
  ['=1+2', 3],
  ['="A1"', 3],
  ['=TIERCEL.DSO(', 5],
])('%s has none at %i', (text, caret) => {
  expect(turnReference(text, caret)).toBeNull();
});
