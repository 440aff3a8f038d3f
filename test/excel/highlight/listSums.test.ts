/** What a formula over a list of customers adds up: no subtotals, and no balance whose sign stands in another column. */
import { expect, test } from '@jest/globals';
import { ruleFormula } from '../../../src/excel/highlight/highlightRules';
import { dataColumns } from '../../../src/excel/highlight/ledgerFormula';
import type { Cell } from '../../../src/risk/ledger/ledger';
import { recogniseSheet } from '../../../src/risk/ledger/recognition/recogniseSheet';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { finishSlices } from '../../../src/risk/slices';
import { blockOf } from '../../sheetBlock';

const rule = defaultPolicy.rules.find(({ id }) => id === 'exposureShare')!;
const formulaOf = (cells: Cell[][]) => {
  const recognition = recogniseSheet(cells);
  expect(recognition.kind).toBe('customers');
  return ruleFormula(rule, recognition, finishSlices(dataColumns(blockOf(cells), recognition)), null);
};

test('a row that proves to be a sum is left out, a customer called so is not', () => {
  expect(
    formulaOf([
      ['Customer', 'Balance', 'Overdue'],
      ['Total Gaz', 1000, 0],
      ['Birch', 500, 0],
      ['East Total', 1500, 0],
      ['Cole', 300, 0],
    ]),
  ).toMatchObject({ formula: expect.stringMatching(/"<>East Total"(?!.*Total Gaz)/) });
});

test('a balance whose side stands beside it is left to the engine', () => {
  expect(
    formulaOf([
      ['客户名称', '方向', '期末余额', '信用额度'],
      ['甲公司', '借', 1000, 500],
      ['乙公司', '贷', 200, 500],
    ]),
  ).toBe('needsScore');
});
