/** A ledger and a customer list on two sheets, as the stories of both begin. */
import type { CellInput } from '../../src/workbench/book/types';
import { asOf, englishLedger, rangeOf } from './ledger';
import type { Workbench } from './workbench';

type Rows = readonly (readonly CellInput[])[];

/** The small ledger without its limits: they are on the list. */
export const ledgerWithoutLimits: Rows = englishLedger.map(row => row.slice(0, 6));

const customerList: Rows = [
  ['Customer', 'Credit limit', 'Terms', 'Contract end', 'Region'],
  ['Acme Ltd', 5000, 30, asOf + 300, 'North'],
  ['Beta Co', 1000, 60, asOf - 10, 'South'],
  ['江苏宏达机械有限公司', 50_000, 30, asOf + 20, 'East'],
  ['Gamma Inc', 9000, 30, '', 'West'],
  ['Quiet AG', 700, 30, '', 'West'],
];

/** The list as another department keeps it: a customer goes by another name, another is spelt otherwise. */
export const listWithOtherNames: Rows = customerList.map(([name, ...rest]) => [
  name === 'Beta Co' ? 'Bravo Company Holding' : name === 'Acme Ltd' ? 'ACME  Limited' : name,
  ...rest,
]);

/** Put a ledger and a list on two sheets; the ledger's is in front. */
export async function typeTwoSheets(
  {
    page,
    idle,
    sheets,
    setCells,
    activate,
  }: Pick<Workbench, 'page' | 'idle' | 'sheets' | 'setCells' | 'activate'>,
  list: Rows = customerList,
): Promise<{ readonly ledgerSheet: string; readonly listSheet: string }> {
  await page.getByRole('button', { name: /^(New sheet|新建工作表)$/ }).click();
  await idle();
  const [ledgerSheet, listSheet] = await sheets();
  await setCells(rangeOf(ledgerWithoutLimits, ledgerSheet), ledgerWithoutLimits);
  await setCells(rangeOf(list, listSheet), list);
  await activate(ledgerSheet);
  return { ledgerSheet, listSheet };
}
