import { afterEach, describe, expect, test } from '@jest/globals';
import { customerCard } from '../../src/functions/customerCard';
import { customerMetrics } from '../../src/functions/customerMetrics';
import { setLanguage } from '../../src/i18n/language';
import { column, shown } from './runtime';

const scope = globalThis as unknown as Record<string, unknown>;
const withCards = (isSupported: boolean) => {
  scope.Office = { context: { requirements: { isSetSupported: () => isSupported } } };
};
afterEach(() => {
  scope.Office = undefined;
});

/** Northwind is 31 days late with 200 of 700; Baker paid. */
const columns = [
  column('Northwind', 'Northwind', 'Baker & Sons'),
  column(45_000, 45_100, 45_050),
  column(45_030, 45_130, 45_080),
  column(200, 500, 300),
  column(200, 500, 0),
  column(null, null, 45_082),
] as const;
const card = (customer: unknown, asOf: unknown = 45_061 + 31) =>
  customerCard(customer, ...columns, asOf) as Record<string, never>;

describe('CUSTOMERCARD', () => {
  test('is an entity with the figures that CUSTOMERMETRICS gives', () => {
    withCards(true);
    const asOf = 45_061;
    const entity = card('northwind ', asOf) as unknown as {
      type: string;
      text: string;
      properties: Record<string, { basicValue: number; numberFormat: string }>;
      layouts: { card: { sections: { properties: string[] }[] } };
    };
    expect([entity.type, entity.text]).toEqual(['Entity', 'Northwind']);
    const [headers, ...rows] = customerMetrics(...columns, asOf) as [string[], ...unknown[][]];
    const row = rows.find(([name]) => name === 'Northwind')!;
    for (const title of ['Exposure', 'Overdue', 'Oldest days overdue', '31–60'])
      expect([title, entity.properties[title].basicValue]).toEqual([title, row[headers.indexOf(title)]]);
    expect(entity.properties.Exposure).toEqual({
      type: 'FormattedNumber',
      basicValue: 200,
      numberFormat: '#,##0.00',
    });
    const listed = entity.layouts.card.sections.flatMap(section => section.properties);
    for (const title of listed) expect(entity.properties).toHaveProperty([title]);
  });

  test('is one line of text where Excel knows no entities', () => {
    withCards(false);
    expect(card('Northwind', 45_061)).toMatch(
      /^Northwind · [A-D] \d+\.\d · Exposure 200\.00 · Overdue share 100%$/,
    );
    setLanguage('zh');
    expect(card('Northwind', 45_061)).toMatch(
      /^Northwind · [A-D] \d+\.\d · 应收余额 200\.00 · 逾期占比 100%$/,
    );
  });

  test('says what is not known: a customer the ledger does not have, no name, no day', () => {
    expect(shown(() => card('Nobody'))).toMatch(/^#N\/A .*no customer Nobody/);
    expect(shown(() => card(''))).toMatch(/^#VALUE! /);
    expect(shown(() => card('Northwind', 'soon'))).toMatch(/^#VALUE! /);
  });

  test('calls the policy what it is called where its buckets cannot be read', () => {
    const said = (policy: unknown[][]) => shown(() => customerCard('Northwind', ...columns, 45_092, policy));
    expect(said([[30, 20]])).toMatch(/^#VALUE! policy: /);
    expect(said([[30, 'sixty']])).toMatch(/^#VALUE! policy, cell 2: /);
  });

  test('a name that is a card itself is taken by its text', () => {
    withCards(false);
    expect(card({ type: 'Entity', text: 'Northwind' }, 45_061)).toMatch(/^Northwind · /);
  });

  test('leaves out what is not known', () => {
    withCards(true);
    const entity = card('Baker & Sons', 45_049) as unknown as { properties: Record<string, unknown> };
    expect(entity.properties).not.toHaveProperty('Payment delay rate');
  });
});
