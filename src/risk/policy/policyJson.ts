import type { Cell } from '../ledger/ledger';
import { fail, type Outcome, type Problem, succeed } from '../problem';
import { policyBlocks } from './cells/policyBlocks';
import { type PolicySection, policySections, type SectionId, sectionIds } from './cells/policySections';
import { type PolicyTable, readTables } from './cells/policyTables';
import { highlightedColumns } from './cells/readRules';
import { valueOfText } from './cells/rowReader';
import type { Policy } from './policy';
import { withAsOf } from './withAsOf';

/** By this a file is known as a policy; the version counts changes that older readers could not read. */
const kind = 'tiercel-policy';
const version = 1;

/** Columns that say nothing the reader needs: reasons are made anew, and a bucket is named by its place. */
const leftOut: ReadonlySet<string> = new Set(['why']);

type JsonRow = Readonly<Record<string, unknown>>;

/**
 * Write a policy as JSON: every table of its sheet as a list of rows by column, in English. The as-of date stays behind: it
 * is the workbook's.
 *
 * @example JSON.parse(policyToJson(defaultPolicy)) //=> { kind: 'tiercel-policy', version: 1, settings: …, … }
 */
export function policyToJson(policy: Policy): string {
  const blocks = policyBlocks(withAsOf(policy, null), 'en');
  const tables = sectionIds.map((id, index) => {
    const columns = policySections[id].columns.filter(column => !leftOut.has(column.key));
    const isFilled = (row: readonly Cell[]) => columns.some((_, column) => row[column] !== '');
    const rows = blocks[index].rows
      .filter(isFilled)
      .map(row =>
        Object.fromEntries(columns.map(({ key }, column): [string, Cell] => [key, row[column] ?? ''])),
      );
    return [id, rows] as const;
  });
  return JSON.stringify({ kind, version, ...Object.fromEntries(tables) }, null, 2);
}

/**
 * Read a policy from JSON, checked by the same rules as the cells of its sheet. Tables and columns that it lacks mean their
 * defaults where a sheet may lack them too.
 *
 * @returns The policy without an as-of date; or the first problem: no policy of ours, a newer version, or what readPolicy reports,
 *   with rows counted within their table.
 * @example policyFromJson(policyToJson(defaultPolicy)) //=> { ok: true, value: { settings: …, … } }
 */
export function policyFromJson(text: string): Outcome<Policy> {
  const content = parsed(text);
  if (content === null || content.kind !== kind) return fail('value', 'fileNotPolicy');
  // A program that passed the file on may have made texts of its numbers.
  const written = typeof content.version === 'boolean' ? Number.NaN : Number(content.version ?? Number.NaN);
  if (Number.isNaN(written)) return fail('value', 'fileNotPolicy');
  if (written > version) return fail('value', 'filePolicyNewer', { value: String(content.version) });
  const sections = sectionIds.filter(id => content[id] !== undefined);
  const tables: PolicyTable[] = [];
  for (const id of sections) {
    const rows = content[id];
    if (!isRows(rows)) return fail('value', 'fileNotPolicy');
    tables.push(tableOf(id, rows));
  }
  const { value, problems } = readTables(tables);
  const problem: Problem | undefined = problems[0]?.problem;
  if (problem) return { ok: false, problem };
  return succeed(withAsOf(value, null));
}

/** Some editors begin a file with it; JSON knows no such sign. */
const byteOrderMark = /^\uFEFF/;

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const content: unknown = JSON.parse(text.replace(byteOrderMark, ''));
    return isRecord(content) ? content : null;
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isRows = (value: unknown): value is readonly JsonRow[] => Array.isArray(value) && value.every(isRecord);

function tableOf(id: SectionId, rows: readonly JsonRow[]): PolicyTable {
  const section: PolicySection = policySections[id];
  // A column that no row has is absent, as it may be on a sheet; those that the table is known by are read as empty.
  const columns = section.columns.filter(
    ({ key, identifies }) => identifies || rows.length === 0 || rows.some(row => Object.hasOwn(row, key)),
  );
  return {
    headers: columns.map(({ header }) => header.en),
    rows: rows.map(row => columns.map(({ key }) => cellOf(id, key, row[key]))),
  };
}

/** What highlights compare with is written to cells as the value that a text says, so it need not be refused as it is there. */
function cellOf(id: SectionId, key: string, value: unknown): Cell {
  const cell = plainCell(value);
  const isHighlighted = id === 'rules' && highlightedColumns.some(column => column === key);
  return isHighlighted ? (valueOfText(cell) ?? cell) : cell;
}

/** Lists and objects are no cells. */
const plainCell = (value: unknown): Cell =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
