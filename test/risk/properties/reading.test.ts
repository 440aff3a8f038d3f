/** However a ledger is written and handed over, it is the same ledger. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { controlTotal } from '../../../src/risk/ledger/controlTotal';
import type { Ledger } from '../../../src/risk/ledger/ledger';
import { ledgerOfCells } from '../sheetLedger';
import { entry, lastCents, lastRowCount, readSheet, sheetOf, writing } from './randomLedger';

/** What a ledger says, without what is said about how it was written. */
const contentOf = ({ findings: _, findingCounts: __, ...content }: Ledger) => content;

const written = fc.array(fc.tuple(entry, writing), { maxLength: 40 });

describe('the same documents', () => {
  test('are the same ledger as typed cells and as text: ISO and Chinese dates, full-width digits, brackets, thousands', () => {
    fc.assert(
      fc.property(written, rows => {
        const entries = rows.map(([one]) => one);
        const typed = readSheet(sheetOf(entries));
        const asWritten = readSheet(
          sheetOf(
            entries,
            rows.map(([, how]) => how),
          ),
        );
        expect(contentOf(asWritten)).toEqual(contentOf(typed));
      }),
    );
  });

  test('are the same ledger in the 1904 system, 1,462 days earlier', () => {
    fc.assert(
      fc.property(written, rows => {
        const entries = rows.map(([one]) => one);
        const from1904 = readSheet(
          sheetOf(
            entries,
            rows.map(([, how]) => how),
            1904,
          ),
          { dateSystem: 1904 },
        );
        const from1900 = readSheet(sheetOf(entries));
        const later = (days: Float32Array) => days.map(day => day + 1_462);
        expect({
          ...contentOf(from1904),
          invoiceDate: later(from1904.invoiceDate),
          dueDate: later(from1904.dueDate),
          paidDate: later(from1904.paidDate),
        }).toEqual(contentOf(from1900));
      }),
    );
  });

  test('are the same ledger, findings and all, in pieces of any size', () => {
    fc.assert(
      fc.property(written, fc.integer({ min: 1, max: 45 }), (rows, rowsPerPiece) => {
        const sheet = sheetOf(
          rows.map(([one]) => one),
          rows.map(([, how]) => how),
        );
        expect(readSheet(sheet, {}, rowsPerPiece)).toEqual(readSheet(sheet));
      }),
    );
  });
});

describe('no cent of a sheet', () => {
  test('is lost: placed and unplaced rows add up to what was written, and each row is one of the two', () => {
    fc.assert(
      fc.property(written, rows => {
        const ledger = readSheet(
          sheetOf(
            rows.map(([one]) => one),
            rows.map(([, how]) => how),
          ),
        );
        const total = rows.reduce((sum, [{ cents }]) => sum + cents, lastCents);
        expect(controlTotal(ledger).total).toBe(total / 100);
        expect(ledger.rowCount + ledger.unplaced.length).toBe(rows.length + lastRowCount);
        const nameless = rows.flatMap(([{ customer }], index) => (customer === '' ? [index + 1] : []));
        expect(ledger.unplaced.map(({ row }) => row)).toEqual(nameless);
      }),
    );
  });
});

describe('currencies', () => {
  const currency = fc.constantFrom('USD', 'EUR', 'CNY');
  const rows = fc.array(fc.tuple(currency, fc.integer({ min: -9_999, max: 999_999 })), {
    minLength: 1,
    maxLength: 30,
  });

  test('are never added together: each one is read alone, and all of them are the sheet', () => {
    fc.assert(
      fc.property(rows, amounts => {
        const sheet = [
          ['Customer', 'Invoice no', 'Invoice date', 'Due date', 'Amount', 'Currency'],
          ...amounts.map(([code, cents], index) => [
            'Alder',
            `I-${index}`,
            45_000,
            45_030,
            cents / 100,
            code,
          ]),
        ];
        let rowsRead = 0;
        for (const wished of new Set(amounts.map(([code]) => code))) {
          const ledger = ledgerOfCells(sheet, { currency: wished });
          const own = amounts.filter(([code]) => code === wished);
          expect([ledger.currency, ledger.rowCount]).toEqual([wished, own.length]);
          expect(controlTotal(ledger).total).toBe(own.reduce((sum, [, cents]) => sum + cents, 0) / 100);
          rowsRead += ledger.rowCount;
        }
        expect(rowsRead).toBe(amounts.length);
      }),
    );
  });
});
