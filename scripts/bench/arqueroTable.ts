import { table } from 'arquero';
import type { Cell } from '../../src/risk/ledger/ledger';
import { type Contender, windowDays } from './contender';
import { asOf } from './ledgerCells';

/** Customer, invoice date, due date, amount, open amount, paid date. */
const columnsTaken = [0, 2, 3, 4, 5, 6];

/** Arquero, a columnar table for JavaScript; what the figures need only, as in the other contenders. */
export const arquero: Contender = {
  name: 'arquero',
  async start() {
    const columns: Cell[][] = columnsTaken.map(() => []);
    return {
      add(rows) {
        columns.forEach((column, index) => {
          for (const row of rows) column.push(row[columnsTaken[index]]);
        });
      },
      async finish() {
        const [customer, invoiced, due, amount, open, paid] = columns;
        const customers = table({ customer, invoiced, due, amount, open, paid })
          .params({ asOf, from: asOf - windowDays })
          .groupby('customer')
          .rollup({
            exposure: 'd => op.sum(d.open)',
            overdue: '(d, $) => op.sum(d.due < $.asOf ? d.open : 0)',
            notDue: '(d, $) => op.sum(d.due >= $.asOf ? d.open : 0)',
            to30: '(d, $) => op.sum(d.due < $.asOf && d.due >= $.asOf - 30 ? d.open : 0)',
            to60: '(d, $) => op.sum(d.due < $.asOf - 30 && d.due >= $.asOf - 60 ? d.open : 0)',
            to90: '(d, $) => op.sum(d.due < $.asOf - 60 && d.due >= $.asOf - 90 ? d.open : 0)',
            over90: '(d, $) => op.sum(d.due < $.asOf - 90 ? d.open : 0)',
            sales: '(d, $) => op.sum(d.invoiced > $.from ? d.amount : 0)',
            settled: "(d, $) => op.sum(d.paid !== '' && d.paid > $.from ? d.amount : 0)",
            lateDays:
              "(d, $) => op.sum(d.paid !== '' && d.paid > $.from && d.paid > d.due ? d.amount * (d.paid - d.due) : 0)",
            dueCount: '(d, $) => op.sum(d.due > $.from && d.due < $.asOf ? 1 : 0)',
            lateCount:
              "(d, $) => op.sum(d.due > $.from && d.due < $.asOf && (d.paid === '' || d.paid > d.due) ? 1 : 0)",
            last: 'd => op.max(d.invoiced)',
          });
        const sum = (name: string) =>
          (customers.array(name) as number[]).reduce((total, value) => total + value, 0);
        return {
          customerCount: customers.numRows(),
          exposure: sum('exposure'),
          overdue: sum('overdue'),
          sales: sum('sales'),
          kept: [columns, customers],
        };
      },
    };
  },
};
