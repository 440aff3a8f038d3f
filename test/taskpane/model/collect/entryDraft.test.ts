import { type EntryDraft, readEntry } from '../../../../src/taskpane/model/collect/entryDraft';

const draft: EntryDraft = {
  step: 'phone',
  date: '2024-07-01',
  promiseDate: '',
  amount: '',
  note: ' Called. ',
  by: ' Mei ',
};

describe('an entry of the collection log, as it is typed', () => {
  test('of a step that was done names the step, and promises nothing', () => {
    expect(readEntry('done', { ...draft, promiseDate: '2024-07-05', amount: '100' }, false)).toEqual({
      noted: {
        day: 45_474,
        step: 'phone',
        promiseDay: Number.NaN,
        promisedAmount: Number.NaN,
        note: 'Called.',
        by: 'Mei',
      },
      mistaken: null,
    });
  });

  test('of a promise has its day and its amount, as either kind of workbook counts', () => {
    const promise = { ...draft, promiseDate: '2024-07-05', amount: '1,250.50' };
    expect(readEntry('promise', promise, false).noted).toMatchObject({
      step: '',
      promiseDay: 45_478,
      promisedAmount: 1250.5,
    });
    expect(readEntry('promise', promise, true).noted).toMatchObject({ day: 44_012, promiseDay: 44_016 });
  });

  test('of a promise may leave the amount open', () => {
    const { noted } = readEntry('promise', { ...draft, promiseDate: '2024-07-05', amount: ' ' }, false);
    expect(noted?.promisedAmount).toBeNaN();
  });

  test.each([
    ['done', { date: '' }, 'date'],
    ['promise', { promiseDate: '' }, 'promiseDate'],
    ['promise', { promiseDate: '2024-07-05', amount: 'soon' }, 'amount'],
    ['promise', { promiseDate: '2024-07-05', amount: '0' }, 'amount'],
    ['promise', { promiseDate: '2024-07-05', amount: '-5' }, 'amount'],
    ['note', { note: ' ' }, 'note'],
    ['note', { date: '', note: '' }, 'date'],
  ] as const)('of kind %s with %o says that %s is wrong', (kind, change, mistaken) => {
    expect(readEntry(kind, { ...draft, ...change }, false)).toEqual({ noted: null, mistaken });
  });
});
