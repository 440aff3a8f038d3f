/** Headers in other languages written with Latin letters. */
import { describe, expect, test } from '@jest/globals';
import { continentalNames, withoutCurrency } from '../../../../src/risk/ledger/recognition/continentalNames';
import { customerNames, ledgerNames } from '../../../../src/risk/ledger/recognition/fieldNames';
import { headerWords } from '../../../../src/risk/ledger/recognition/headerText';
import { matchWords } from '../../../../src/risk/ledger/recognition/matchHeader';

const english: Readonly<Record<string, readonly string[]>> = { ...customerNames, ...ledgerNames };
const entries = Object.entries(continentalNames).flatMap(([field, names]) =>
  (names ?? []).map(name => [field, name] as const),
);

describe('continental headers', () => {
  test.each(entries)('%s: %s is written as headers are compared', (_, name) =>
    expect(headerWords(name)).toBe(name),
  );

  test('take no English word for something else', () => {
    const meansOther = entries.filter(([field, name]) =>
      Object.entries(english).some(([other, names]) => other !== field && names.includes(name)),
    );
    expect(meansOther).toEqual([]);
  });

  test.each([
    ['Fälligkeit', 'dueDate'],
    ['FAELLIGKEIT', 'dueDate'],
    ["Date d'échéance", 'dueDate'],
    ['Förfallodatum', 'dueDate'],
    ['Vervaldatum', 'dueDate'],
    ['Nº factura', 'document'],
    ['Rechnungs-Nr.', 'document'],
    ['Betrag (EUR)', 'amount'],
    ['Betrag EUR', 'amount'],
    ['Offener Betrag in EUR', 'openAmount'],
    ['Ragione sociale', 'customer'],
    ['Beløb', 'amount'],
  ])('%s is %s', (header, field) =>
    expect(matchWords(headerWords(header), 'ledger').map(match => match.field)).toContain(field),
  );

  test.each([
    'Betrag ohne MwSt',
    'Montant HT',
    'Importe neto sin IVA',
    'Mahnstufe',
    'Gegenkonto',
    'Buchungstext',
  ])('%s is no field', header => expect(matchWords(headerWords(header), 'ledger')).toEqual([]));

  test('a currency alone is no header without one', () => expect(withoutCurrency('eur')).toBe('eur'));
});
