import type { DateSystem, Recognition } from '../ledger';
import { AccountRows } from './accountRows';
import { ContinuedItems } from './continuedItems';
import { DatePartRows } from './datePartRows';
import { DebitCreditRows } from './debitCredit';
import { HeadedRows } from './headedRows';
import type { RowWriter } from './rowWriter';
import { SummedColumns } from './summedColumns';
import { YearlessRows } from './yearlessRows';

/** Make the writers that a ledger needs, in their order; none for most. */
export function rowWriters(recognition: Recognition, dateSystem: DateSystem): readonly RowWriter[] {
  const writers: RowWriter[] = [];
  const add = (writer: RowWriter | null) => {
    if (writer !== null) writers.push(writer);
  };
  const soFar = () => writers.at(-1)?.recognition ?? recognition;
  add(ContinuedItems.of(soFar()));
  add(SummedColumns.ofAges(soFar()));
  add(SummedColumns.ofPayments(soFar()));
  add(AccountRows.of(soFar()));
  add(HeadedRows.of(soFar()));
  add(DatePartRows.of(soFar(), dateSystem));
  add(YearlessRows.of(soFar(), dateSystem));
  add(DebitCreditRows.of(soFar()));
  return writers;
}
