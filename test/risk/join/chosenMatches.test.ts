import {
  choiceOf,
  chosenColumns,
  readChosenMatches,
  withChoice,
  withoutChoice,
} from '../../../src/risk/join/chosenMatches';
import { ownHeaders } from '../../../src/risk/ownTable';

describe('readChosenMatches', () => {
  it('reads the table in either language, below a title, with columns moved and of the user’s own', () => {
    const [customer, entry, number] = ownHeaders(chosenColumns, 'zh');
    const cells = [
      ['Tiercel 客户匹配'],
      [],
      ['备注', number, customer, entry],
      ['老客户', '0071', '宏达', '江苏宏达机械有限公司'],
      ['', '', '', '孤行'],
      ['', '', '明达', ''],
    ];
    expect(readChosenMatches(cells)).toEqual([
      { row: 3, customer: '宏达', entry: '江苏宏达机械有限公司', entryNumber: '0071' },
      { row: 5, customer: '明达', entry: '', entryNumber: '' },
    ]);
  });

  it('takes texts with the apostrophe that keeps them texts, numbers as they are shown, and errors for nothing', () => {
    const cells = [ownHeaders(chosenColumns, 'en'), ["'=A1", 1007, '#REF!'], ['#N/A', 'Acme', '']];
    expect(readChosenMatches(cells)).toEqual([{ row: 1, customer: '=A1', entry: '1007', entryNumber: '' }]);
  });

  it('reads nothing where no headers are', () => {
    expect(readChosenMatches([['a', 'b']])).toEqual([]);
    expect(readChosenMatches([])).toEqual([]);
  });
});

test('a decision takes the place of those of the same customer, whatever the case and spaces', () => {
  const one = { customer: 'ACME  ltd', entry: 'Acme', entryNumber: '' };
  const other = { customer: 'Acme Ltd', entry: '', entryNumber: '' };
  const beta = { customer: 'Beta', entry: 'B', entryNumber: '2' };
  expect(withChoice([one, beta], other)).toEqual([beta, other]);
  expect(choiceOf([one, beta, other], 'acme LTD')).toBe(other);
  expect(choiceOf([beta], 'Acme')).toBeNull();
  expect(withoutChoice([one, beta, other], 'Acme Ltd')).toEqual([beta]);
});
