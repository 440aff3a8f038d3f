import fc from 'fast-check';
import { type ContractRow, contractRemarks } from '../../../src/risk/contracts/contractRemarks';
import { type ContractOrder, selectContractsInSlices } from '../../../src/risk/contracts/contractSelection';
import { finishSlices } from '../../../src/risk/slices';

const row = (
  customer: number,
  remark: ContractRow['remark'],
  exposure: number,
  contractEnd = Number.NaN,
): ContractRow => ({ customer, remark, contractEnd, days: 1, allowed: Number.NaN, exposure });

const rows = [
  row(4, 'ending', 900, 45_030),
  row(4, 'guaranteeMissing', 900, 45_030),
  row(1, 'expired', 500, 44_900),
  row(7, 'longTerms', 80, 44_500),
  row(2, 'expired', 20, 44_000),
  row(3, 'longTerms', Number.NaN),
];

const select = (
  all: readonly ContractRow[],
  remark: ContractRow['remark'] | null,
  order: ContractOrder = 'exposure',
) => finishSlices(selectContractsInSlices(all, remark, order));

describe('selectContractsInSlices', () => {
  test('all, the largest exposure first: each customer counts once', () => {
    expect(select(rows, null)).toEqual({
      rows,
      customerCount: 5,
      exposure: 1500,
      counts: { expired: 2, ending: 1, longTerms: 2, guaranteeMissing: 1 },
    });
  });

  test('one kind of remark; how many there are of the others stays known', () => {
    const { rows: expired, customerCount, exposure, counts } = select(rows, 'expired');
    expect(expired.map(({ customer }) => customer)).toEqual([1, 2]);
    expect([customerCount, exposure, counts.longTerms]).toEqual([2, 520, 2]);
  });

  test('by days: the longest expired first, what has no end last and as it was', () => {
    const byDays = select(rows, null, 'days').rows;
    expect(byDays.map(({ customer, remark }) => [customer, remark])).toEqual([
      [2, 'expired'],
      [1, 'expired'],
      [4, 'ending'],
      [4, 'guaranteeMissing'],
      [7, 'longTerms'],
      [3, 'longTerms'],
    ]);
  });

  test('by days a contract that is about to end comes before what has no end, however little it is about', () => {
    const all = [row(1, 'longTerms', 900), row(2, 'ending', 5, 45_030), row(3, 'expired', 1, 44_990)];
    expect(select(all, null, 'days').rows.map(({ customer }) => customer)).toEqual([3, 2, 1]);
  });

  test('nothing to say', () => {
    expect(select([], null, 'days')).toMatchObject({ rows: [], customerCount: 0, exposure: 0 });
  });

  test('property: either order shows the same rows and comes to the same', () => {
    const any = fc.record({
      customer: fc.nat(50),
      remark: fc.constantFrom(...contractRemarks),
      end: fc.integer({ min: 44_000, max: 46_000 }),
    });
    fc.assert(
      fc.property(
        fc.array(any, { maxLength: 60 }),
        fc.constantFrom(null, ...contractRemarks),
        (said, remark) => {
          const all = said.map(each => row(each.customer, each.remark, each.customer * 10, each.end));
          const { rows: byMoney, ...sums } = select(all, remark);
          const { rows: byDays, ...sameSums } = select(all, remark, 'days');
          expect(new Set(byDays)).toEqual(new Set(byMoney));
          expect(sameSums).toEqual(sums);
        },
      ),
    );
  });
});
