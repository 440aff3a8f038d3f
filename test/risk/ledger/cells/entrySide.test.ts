import { expect, test } from '@jest/globals';
import { readEntrySide } from '../../../../src/risk/ledger/cells/entrySide';

test.each([
  ['debit', 'Debit debits DR Dr. d DB S Soll + 借 借方 借项 借項'],
  ['credit', 'Credit credits CR Cr. c H Haben - − – 贷 貸 贷方 貸方 贷项 貸項'],
  ['none', '平'],
] as const)('a %s', (side, written) => {
  for (const word of written.split(' ')) expect([word, readEntrySide(word)]).toEqual([word, side]);
});

test.each(['', 'x', 'Debtor', '借贷', 1, true, null])('%p is no side', cell => {
  expect(readEntrySide(cell)).toBeNull();
});
