/** Calculates an example in the workbench's own book, the functions called as Excel on the web calls them. */
import { customFunctions } from '../../src/functions/functions';
import { functionHelp } from '../../src/i18n/functions/functionHelp';
import { type Language, setLanguage } from '../../src/i18n/language';
import { createBook } from '../../src/workbench/book/book';
import type { CellValue, CustomFunctionProvider, ErrorCode } from '../../src/workbench/book/types';
import { prepareArguments } from '../../src/workbench/host/functionArguments';
import { type FunctionsFile, readFunctionsFile } from '../../src/workbench/host/functionMetadata';
import { functionsMetadata } from '../functionsMetadata';
import type { Example, ExampleCell } from './examples';

/** What a formula answers: one row of one cell, or what it spills. */
export type ExampleResult = readonly (readonly CellValue[])[];

/** The error class that Office.js gives functions; they know no other way to answer an error. */
class FunctionError extends Error {
  constructor(
    readonly code: ErrorCode,
    message?: string,
  ) {
    super(message ?? '');
  }
}

const runtime = {
  Error: FunctionError,
  ErrorCode: {
    invalidValue: '#VALUE!',
    notAvailable: '#N/A',
    divisionByZero: '#DIV/0!',
    invalidNumber: '#NUM!',
  },
};

/**
 * Calculate the formulas of an example, each below its cells.
 *
 * @param functions Who answers `TIERCEL.…`; the functions themselves unless told otherwise.
 * @returns Per formula its cells.
 */
export async function calculate(
  example: Example,
  language: Language,
  functions?: CustomFunctionProvider,
): Promise<readonly ExampleResult[]> {
  setLanguage(language);
  const book = createBook({ locale: language === 'zh' ? 'zh-CN' : 'en-US' });
  book.functions = functions ?? (await directCalls());
  const sheet = book.activeSheet;
  const rows = example.cells.map(row => row.map(cell => inputOf(cell, language)));
  const width = Math.max(1, ...rows.map(row => row.length));
  if (rows.length > 0) {
    const area = { row: 0, column: 0, rowCount: rows.length, columnCount: width };
    const filled = rows.map(row => [...row, ...new Array<null>(width - row.length).fill(null)]);
    book.setCells(sheet, area, filled, 'user');
  }

  const results: ExampleResult[] = [];
  for (const [index, formula] of example.formulas.entries()) {
    // Far apart, so that nothing stands where another formula spills.
    const row = 100 * (index + 1);
    book.enter(sheet, row, 0, formula);
    await book.idle();
    const { rowCount, columnCount } = sheet.spill(row, 0)?.area ?? { rowCount: 1, columnCount: 1 };
    results.push(
      Array.from({ length: rowCount }, (_, down) =>
        Array.from({ length: columnCount }, (_, right) => sheet.value(row + down, right)),
      ),
    );
  }
  setLanguage('en');
  return results;
}

const millisecondsADay = 86_400_000;

function inputOf(cell: ExampleCell, language: Language): string | number | null {
  if (typeof cell !== 'object' || cell === null) return cell;
  if ('date' in cell) return (Date.parse(cell.date) - Date.UTC(1899, 11, 30)) / millisecondsADay;
  return cell[language];
}

async function directCalls(): Promise<CustomFunctionProvider> {
  Object.assign(globalThis, { CustomFunctions: runtime });
  const implementations: Readonly<Record<string, (...args: never[]) => unknown>> = customFunctions;
  const { functions }: FunctionsFile = readFunctionsFile(await functionsMetadata('en'));
  const idOf = (name: string) => name.replace(/^TIERCEL\./, '');
  return {
    has: name => idOf(name) in functionHelp,
    async invoke(name, args) {
      const id = idOf(name);
      const metadata = functions.find(each => each.name === id)!;
      const prepared = prepareArguments(metadata, args, { emptyCell: null, allowErrors: true });
      if ('error' in prepared) return prepared.error;
      try {
        return readAnswer(implementations[id](...(prepared.values as never[])));
      } catch (error) {
        return readCell(error);
      }
    },
  };
}

const readAnswer = (answer: unknown): CellValue | CellValue[][] =>
  Array.isArray(answer) ? answer.map((row: unknown[]) => row.map(readCell)) : readCell(answer);

function readCell(cell: unknown): CellValue {
  if (cell instanceof FunctionError) return { error: cell.code, message: cell.message };
  if (cell instanceof Error) throw cell;
  return cell as CellValue;
}
