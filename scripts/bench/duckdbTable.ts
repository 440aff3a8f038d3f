import { DOUBLE, DuckDBDataChunk, DuckDBInstance, INTEGER, VARCHAR } from '@duckdb/node-api';
import type { Cell } from '../../src/risk/ledger/ledger';
import { type Contender, windowDays } from './contender';
import { asOf } from './ledgerCells';

/** How many rows a vector of DuckDB holds. */
const rowsPerChunk = 2048;
/** Without document numbers, which no figure needs. */
const types = [VARCHAR, INTEGER, INTEGER, DOUBLE, DOUBLE, INTEGER, VARCHAR];
const columnsTaken = [0, 2, 3, 4, 5, 6, 7];

const perCustomer = `
  SELECT customer,
    sum(open) AS exposure,
    sum(open) FILTER (due < ${asOf}) AS overdue,
    sum(open) FILTER (due >= ${asOf}) AS not_due,
    sum(open) FILTER (due < ${asOf} AND due >= ${asOf} - 30) AS to30,
    sum(open) FILTER (due < ${asOf} - 30 AND due >= ${asOf} - 60) AS to60,
    sum(open) FILTER (due < ${asOf} - 60 AND due >= ${asOf} - 90) AS to90,
    sum(open) FILTER (due < ${asOf} - 90) AS over90,
    sum(amount) FILTER (invoiced > ${asOf} - ${windowDays}) AS sales,
    sum(amount) FILTER (paid > ${asOf} - ${windowDays}) AS settled,
    sum(amount * greatest(0, paid - due)) FILTER (paid > ${asOf} - ${windowDays}) AS late_days,
    count(*) FILTER (due > ${asOf} - ${windowDays} AND due < ${asOf}) AS due_count,
    count(*) FILTER (due > ${asOf} - ${windowDays} AND due < ${asOf} AND (paid IS NULL OR paid > due)) AS late_count,
    max(invoiced) AS last
  FROM ledger GROUP BY customer`;

/** DuckDB in memory, fed through its appender a vector at a time, which is the fastest way in that its Node binding has. */
export const duckdb: Contender = {
  name: 'DuckDB',
  async start() {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(
      'CREATE TABLE ledger (customer VARCHAR, invoiced INTEGER, due INTEGER, amount DOUBLE, open DOUBLE, paid INTEGER, disputed VARCHAR)',
    );
    const appender = await connection.createAppender('ledger');
    return {
      add(rows) {
        for (let from = 0; from < rows.length; from += rowsPerChunk) {
          const chunk = DuckDBDataChunk.create(types);
          chunk.setColumns(columnsOf(rows.slice(from, from + rowsPerChunk)));
          appender.appendDataChunk(chunk);
        }
      },
      async finish() {
        appender.closeSync();
        const customers = await connection.runAndReadAll(perCustomer);
        const columns = customers.getColumnsObject();
        const sum = (name: string) =>
          columns[name].reduce((total: number, value) => total + Number(value ?? 0), 0);
        const answer = {
          customerCount: customers.currentRowCount,
          exposure: sum('exposure'),
          overdue: sum('overdue'),
          sales: sum('sales'),
        };
        connection.closeSync();
        instance.closeSync();
        return answer;
      },
    };
  },
};

type Value = string | number | null;

function columnsOf(rows: readonly (readonly Cell[])[]): Value[][] {
  return columnsTaken.map(column => rows.map(row => (row[column] === '' ? null : (row[column] as Value))));
}
