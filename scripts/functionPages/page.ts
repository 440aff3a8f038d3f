/** Sets the page of a function, and the index of all of them, in Markdown; one page per language. */

import { listedMetrics } from '../../src/functions/customerMetrics';
import { metricNotes } from '../../src/i18n/figures/metricNotes';
import {
  type ArgumentKey,
  argumentNames,
  type FunctionHelp,
  type FunctionId,
} from '../../src/i18n/functions/functionHelp';
import { functionNotes } from '../../src/i18n/functions/functionNotes';
import { chineseOptions } from '../../src/i18n/functions/optionWords';
import type { Language } from '../../src/i18n/language';
import { problemTexts } from '../../src/i18n/problems/problems';
import type { MetricName } from '../../src/risk/metrics/table/metric';
import { metricTitles } from '../../src/risk/metrics/table/metricTitles';
import type { Bilingual } from '../../src/risk/policy/policy';
import type { ProblemCode } from '../../src/risk/problem';
import type { CellValue } from '../../src/workbench/book/types';
import type { ExampleResult } from './calculate';
import type { Docstring, ReachedProblem } from './docstrings';
import type { Example, ExampleCell } from './examples';
import { pageFile } from './pageFile';

export interface FunctionPage {
  readonly id: FunctionId;
  readonly help: FunctionHelp;
  readonly docstring: Docstring;
  /** The arguments that may be left out. */
  readonly optional: ReadonlySet<ArgumentKey>;
  readonly examples: readonly WorkedExample[];
}

export interface WorkedExample {
  readonly example: Example;
  /** Per formula what it answers, in the language of the page. */
  readonly results: Readonly<Record<Language, readonly ExampleResult[]>>;
}

const words = {
  allFunctions: { en: 'All functions', zh: '全部函数' },
  otherLanguage: { en: '简体中文', zh: 'English' },
  formula: { en: 'Formula', zh: '公式' },
  argumentsTitle: { en: 'Arguments', zh: '参数' },
  argument: { en: 'argument', zh: '参数' },
  meaning: { en: 'what to give', zh: '说明' },
  optional: { en: '(optional)', zh: '（可选）' },
  answer: { en: 'Answer', zh: '返回值' },
  columns: { en: 'Columns', zh: '各列' },
  column: { en: 'column', zh: '列' },
  meaningOfColumn: { en: 'what it says', zh: '含义' },
  buckets: { en: 'one for each bucket', zh: '每个账龄区间一列' },
  ofBuckets: {
    en: 'The amount that is open, by days past due. See AGING.',
    zh: '按逾期天数划分的未收金额。见 AGING。',
  },
  window: {
    en: 'Money is in the unit of the amounts. The window is that of the policy: the 365 days up to the as-of day.',
    zh: '金额单位与所给金额相同。期间为政策的回溯天数：截至截止日期的 365 天。',
  },
  rows: {
    en: 'A range may include its header row or be a whole column (`A:A`). See',
    zh: '区域可含标题行，也可为整列（`A:A`）。参见',
  },
  notes: { en: 'Notes', zh: '说明' },
  example: { en: 'Example', zh: '示例' },
  errors: { en: 'Errors', zh: '错误' },
  shows: { en: 'Excel shows', zh: 'Excel 显示' },
  message: { en: 'message', zh: '提示' },
  policyErrors: {
    en: 'With a table of the policy, or the whole policy sheet, also:',
    zh: '引用政策表时还可能出现：',
  },
  noMessage: {
    en: 'Excel shows no message beside `#DIV/0!`; this is what it means.',
    zh: 'Excel 对 `#DIV/0!` 不显示提示；其含义如下表。',
  },
  source: { en: 'Source', zh: '来源' },
  term: { en: 'Chinese accounting term', zh: '会计术语' },
  indexTitle: { en: 'The functions of Tiercel', zh: 'Tiercel 函数手册' },
  indexIntro: {
    en: 'Type `=TIERCEL.` in a cell and Excel lists them. A range goes in, and one formula spills a whole table; the date is an argument, so a workbook answers the same next year. All of it is calculated in the workbook.',
    zh: '在单元格中输入 `=TIERCEL.`，Excel 会列出全部函数。参数可为整个区域，一个公式即可返回整张表；日期由参数给出，因此同一工作簿明年打开结果不变。全部计算都在工作簿内完成。',
  },
  functionTitle: { en: 'function', zh: '函数' },
  gives: { en: 'gives', zh: '作用' },
  goodToKnow: { en: 'Good to know', zh: '使用须知' },
} as const satisfies Record<string, Bilingual>;

const goodToKnow: readonly Bilingual[] = [
  {
    en: '**Dates** are Excel dates. Texts such as `2024-06-30` or `2024年6月30日` are read too; a text whose day and month cannot be told apart is refused, not guessed. An empty date is missing.',
    zh: '**日期**为 Excel 日期。`2024-06-30`、`2024年6月30日` 等文本也可读取；无法区分日和月的文本会报错，不作猜测。空日期视为缺失。',
  },
  {
    en: '**The as-of date** is always given: no function asks the clock, and none calculates anew because a day has passed. With `TODAY()` as the date the answer is another every day; `Tiercel_AsOf` is the as-of date of the sheet `Tiercel Policy`.',
    zh: '**截止日期**必须给出：函数不取系统日期，也不会因日期变化而重新计算。若以 `TODAY()` 作为截止日期，结果每天不同；`Tiercel_AsOf` 为工作表 `Tiercel Policy` 中的截止日期。',
  },
  {
    en: '**The 1904 date system**: text dates and whole months count by the days of the workbook, which Excel is asked for when the add-in loads. Who changes the setting opens the workbook again.',
    zh: '**1904 日期系统**：文本日期和按月的账龄按工作簿的日期系统计算，加载项启动时向 Excel 查询。更改该设置后，请重新打开工作簿。',
  },
  {
    en: '**Amounts** may be texts such as `1,234.50`, `(12)` or full-width digits. Sums are exact to the cent.',
    zh: '**金额**可以是 `1,234.50`、`(12)` 或全角数字等文本。求和精确到分。',
  },
  {
    en: '**Empty cells.** Excel on the web hands an empty cell as empty, desktop Excel as 0. For a date 0 is missing, for an amount it adds nothing. Where a value of 0 would mean something else (`RISKSCORE`, `ALTMANZ`, `ANOMALY`, the receivables of `DSO` and `TURNOVER`), enter `n/a` or leave the cell out of the range.',
    zh: '**空单元格**在网页版 Excel 中按空传入，在桌面版中按 0 传入。日期为 0 视为缺失，金额为 0 不影响合计。在 0 另有含义的地方（`RISKSCORE`、`ALTMANZ`、`ANOMALY`，以及 `DSO`、`TURNOVER` 的应收账款余额），请填“无”，或不把该单元格选入区域。',
  },
  {
    en: '**Headers and whole columns.** A range may begin with its header row: a first row of texts where dates and amounts are due is left out. Empty rows below the data cost nothing, so `A:A` does for a list that grows; rows are still counted from the first of the range. Functions that answer row by row leave the cell beside the header empty, and for whole columns end with the data: type them in row 1. A text further down is an error with its row. Excel on the web may refuse whole columns before a function sees them (`#CALC!`): give `A1:A5000` or the column of a table there.',
    zh: '**标题行与整列。**区域可从标题行开始：在应为日期和金额的位置，首行若为文本则略过。数据下方的空行不影响结果，因此清单会增长时可直接用 `A:A`；行号仍从区域的首行算起。逐行返回的函数在标题旁留空，引用整列时到最后一行数据为止，请输入在第 1 行。下方出现文本仍会报错并指出行号。网页版 Excel 可能在函数接收之前就拒绝整列（`#CALC!`），此时请改用 `A1:A5000` 或表格的列。',
  },
  {
    en: '**Errors in cells** stay where they are: a message names the argument and the row to correct. A function that answers row by row shows the error in its own row only.',
    zh: '**单元格中的错误值**不会扩散：提示会指出参数和行。逐行返回的函数只在该行显示错误。',
  },
  {
    en: '**Messages** are shown by Excel beside `#VALUE!` and `#N/A`: select the cell and press the warning sign.',
    zh: '**提示**由 Excel 显示在 `#VALUE!` 和 `#N/A` 旁：选中单元格并点击警告标志。',
  },
  {
    en: '**Left-out arguments** may stand empty between commas: `=TIERCEL.AGING(A2:A9, B2:B9, D1, , {15,45})`.',
    zh: '**省略的参数**可在逗号之间留空：`=TIERCEL.AGING(A2:A9, B2:B9, D1, , {15,45})`。',
  },
  {
    en: '**Labels** (headers, bucket names, reasons) are in the language of Excel. After a change of language press Ctrl+Alt+F9: Excel recalculates a formula only when its cells change.',
    zh: '**文字**（标题、区间名称、原因）使用 Excel 的语言。切换语言后请按 Ctrl+Alt+F9：只有引用的单元格变化时，Excel 才会重新计算公式。',
  },
  {
    en: '**Policy tables.** `policy`, `tiers` and `buckets` take the tables of the sheet `Tiercel Policy` with their header rows (factors and tiers also without), or the whole sheet; when the policy changes, the formula follows.',
    zh: '**政策表。**`政策`、`等级表`、`账龄区间`可引用工作表 `Tiercel Policy` 中的表（连同标题行；评分因素和风险等级也可不带标题行）或整张表；政策变化时公式随之更新。',
  },
];

/** Set the page that lists all functions. */
export function indexPage(pages: readonly FunctionPage[], language: Language): string {
  const say = (word: keyof typeof words) => words[word][language];
  const rows = pages.map(({ id, help }) => [
    `[${id}](${pageFile(id, language)})`,
    escaped(help.description[language]),
  ]);
  return document([
    `# ${say('indexTitle')}`,
    `[${say('otherLanguage')}](${pageFile('index', otherOf(language))})`,
    say('indexIntro'),
    table([say('functionTitle'), say('gives')], rows),
    `## ${say('goodToKnow')}`,
    list(goodToKnow.map(each => each[language])),
  ]);
}

/** Set the page of one function. */
export function functionPage(page: FunctionPage, language: Language): string {
  const { id, help, docstring, examples } = page;
  const say = (word: keyof typeof words) => words[word][language];
  const text = language === 'zh' ? functionNotes[id] : docstring;
  return document([
    `# TIERCEL.${id}`,
    `[${say('allFunctions')}](${pageFile('index', language)}) · [${say('otherLanguage')}](${pageFile(id, otherOf(language))})`,
    help.description[language],
    fenced(callOf(page, language)),
    `## ${say('formula')}`,
    fenced(text.formula.join('\n')),
    `## ${say('argumentsTitle')}`,
    argumentTable(page, language),
    ...(language === 'zh' ? englishOptions(page) : []),
    `## ${say('answer')}`,
    text.returns,
    `${say('rows')}${language === 'zh' ? '' : ' '}[${say('goodToKnow')}](${pageFile('index', language)})${language === 'zh' ? '。' : '.'}`,
    ...(id === 'CUSTOMERMETRICS' ? columnBlocks(language) : []),
    `## ${say('notes')}`,
    ...text.notes,
    `## ${say('example')}`,
    ...examples.flatMap(worked => exampleBlocks(worked, language)),
    `## ${say('errors')}`,
    ...errorBlocks(docstring.problems, language),
    `## ${say('source')}`,
    list(text.source),
    `${say('term')}${language === 'zh' ? '：' : ': '}${docstring.term}`,
  ]);
}

const otherOf = (language: Language): Language => (language === 'en' ? 'zh' : 'en');

const argumentKeys = ({ help }: FunctionPage) => Object.keys(help.arguments) as ArgumentKey[];

function callOf(page: FunctionPage, language: Language): string {
  const names = argumentKeys(page).map(key => {
    const name = argumentNames[key][language];
    return page.optional.has(key) ? `[${name}]` : name;
  });
  return `=TIERCEL.${page.id}(${names.join(', ')})`;
}

function argumentTable(page: FunctionPage, language: Language): string {
  const rows = argumentKeys(page).map(key => {
    const mark = page.optional.has(key) ? ` ${words.optional[language]}` : '';
    return [`\`${argumentNames[key][language]}\`${mark}`, escaped(page.help.arguments[key]![language])];
  });
  return table([words.argument[language], words.meaning[language]], rows);
}

/** Colleagues who work in English type other words for the same options, and so do the examples. */
function englishOptions({ help }: FunctionPage): string[] {
  const said = Object.values(help.arguments).map(({ zh }) => zh);
  const pairs = Object.entries(chineseOptions)
    .filter(([, chinese]) => said.some(text => text.includes(`"${chinese}"`)))
    .map(([english, chinese]) => `\`"${chinese}"\` = \`"${english}"\``);
  return pairs.length === 0 ? [] : [`选项也可用英文填写：${pairs.join('，')}。`];
}

/** The table of metrics has a line for each of its columns. */
function columnBlocks(language: Language): string[] {
  const say = (word: keyof typeof words) => words[word][language];
  const rowOf = (name: MetricName) => [metricTitles[name][language], escaped(metricNotes[name][language])];
  const rows = [rowOf('exposure'), [say('buckets'), say('ofBuckets')], ...listedMetrics.map(rowOf)];
  return [`## ${say('columns')}`, say('window'), table([say('column'), say('meaningOfColumn')], rows)];
}

function exampleBlocks({ example, results }: WorkedExample, language: Language): string[] {
  const cells = example.cells.length === 0 ? [] : [sheetTable(example.cells, language)];
  const answers = example.formulas.flatMap((formula, index) => [
    fenced(formula),
    resultBlock(results[language][index]),
  ]);
  return [example.about[language], ...cells, ...answers];
}

/** Cells with the letters and numbers that Excel has around them. */
function sheetTable(cells: readonly (readonly ExampleCell[])[], language: Language): string {
  const width = Math.max(...cells.map(row => row.length));
  const letters = Array.from({ length: width }, (_, column) => String.fromCharCode(65 + column));
  const rows = cells.map((row, index) => [
    `**${index + 1}**`,
    ...letters.map((_, column) => cellText(row[column] ?? null, language)),
  ]);
  return table(['', ...letters], rows);
}

function cellText(cell: ExampleCell, language: Language): string {
  if (cell === null || typeof cell !== 'object') return valueText(cell);
  return 'date' in cell ? cell.date : escaped(cell[language]);
}

/** One value in bold, what spills as a table; a table in Markdown needs a header, which an array does not have. */
function resultBlock(rows: ExampleResult): string {
  if (rows.length === 1 && rows[0].length === 1) return `→ **${valueText(rows[0][0]!)}**`;
  const texts = rows.map(row => row.map(valueText));
  return table(
    texts[0].map(() => ''),
    texts,
  );
}

/** Ten figures say all that a page needs; Excel shows as many as the cell's format asks for. */
const tenFigures = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 10 });

function valueText(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return tenFigures.format(value);
  return escaped(typeof value === 'object' ? value.error : String(value));
}

const errorNames: Readonly<Record<ProblemCode, string>> = {
  value: '#VALUE!',
  notAvailable: '#N/A',
  divideByZero: '#DIV/0!',
  number: '#NUM!',
};

function errorBlocks(problems: readonly ReachedProblem[], language: Language): string[] {
  const ofPolicy = problems.filter(({ key }) => key.startsWith('policy'));
  const others = problems.filter(problem => !ofPolicy.includes(problem));
  const hasSilent = others.some(({ codes }) => codes.includes('divideByZero'));
  return [
    ...(hasSilent ? [words.noMessage[language]] : []),
    errorTable(others, language),
    ...(ofPolicy.length > 0 ? [words.policyErrors[language], errorTable(ofPolicy, language)] : []),
  ];
}

function errorTable(problems: readonly ReachedProblem[], language: Language): string {
  const rows = problems.map(({ key, codes }) => [
    codes.map(code => `\`${errorNames[code]}\``).join(' '),
    escaped(withPlaceholders(problemTexts[key][language], key.startsWith('policy'), language)),
  ]);
  return table([words.shows[language], words.message[language]], rows);
}

const placeholders: Readonly<Record<string, Bilingual>> = {
  place: { en: '‹argument, row›', zh: '‹参数及行›' },
  policyPlace: { en: '‹table, row, column›', zh: '‹表、行、列›' },
  other: { en: '‹other argument›', zh: '‹另一参数›' },
  options: { en: '‹choices›', zh: '‹可选值›' },
  lowest: { en: '‹lowest›', zh: '‹下限›' },
  highest: { en: '‹highest›', zh: '‹上限›' },
};

/** Says in general what the message says of a case: its values are `‹…›`. */
const withPlaceholders = (text: string, isPolicy: boolean, language: Language): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const key = name === 'place' && isPolicy ? 'policyPlace' : name;
    return placeholders[key]?.[language] ?? '‹…›';
  });

const document = (blocks: readonly string[]): string => `${blocks.join('\n\n')}\n`;
const fenced = (text: string): string => `\`\`\`\n${text}\n\`\`\``;
const list = (items: readonly string[]): string => items.map(item => `- ${item}`).join('\n');
const escaped = (text: string): string => text.replace(/[|*<]/g, '\\$&');

function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(headers), line(headers.map(() => '---')), ...rows.map(line)].join('\n');
}
