/** Why something was refused, in the user's language: by the book, by a file, or by what nobody foresaw. */
import { BookError, EntryRefusal, type RefusalKind } from '../book/refusals';
import { FileProblem, type FileProblemCode } from '../files/fileProblem';
import type { Locale } from './options';

type Texts<Kind extends string> = Readonly<Record<Kind, Readonly<Record<Locale, string>>>>;

/** What the book refuses. Sentences that stand alone; `{name}` is what is meant. */
export const bookRefusals: Texts<RefusalKind> = {
  areaOutside: { 'en-US': 'The cells lie outside the sheet.', 'zh-CN': '单元格超出了工作表的范围。' },
  arraySort: {
    'en-US': 'Part of a spilled array cannot be sorted. Sort all of it, or none of it.',
    'zh-CN': '不能只对溢出数组的一部分排序。',
  },
  chartMissing: { 'en-US': 'There is no chart “{name}”.', 'zh-CN': '没有图表“{name}”。' },
  chartSheet: { 'en-US': 'A chart sheet has no cells.', 'zh-CN': '图表工作表没有单元格。' },
  columnMissing: { 'en-US': 'There is no such column.', 'zh-CN': '没有这一列。' },
  contentOffSheet: {
    'en-US': 'Content at the end of the sheet would be pushed off it. Delete it or move it first.',
    'zh-CN': '工作表末尾的内容会被移出。请先删除或移动这些内容。',
  },
  entry: { 'en-US': 'This cell takes only certain values.', 'zh-CN': '此单元格只接受特定的值。' },
  formulaMalformed: {
    'en-US':
      "This formula cannot be read. Check brackets, quotation marks and operators. To type text, begin with an apostrophe (').",
    'zh-CN': "无法识别此公式。请检查括号、引号和运算符。若要输入文本，请以撇号 (') 开头。",
  },
  filterWithoutTable: {
    'en-US': 'Only tables are filtered here. Make a table of the data with Ctrl+T or Ctrl+L first.',
    'zh-CN': '此处只能筛选表格。请先用 Ctrl+T 或 Ctrl+L 将数据创建为表格。',
  },
  formatMissing: { 'en-US': 'There is no such conditional format.', 'zh-CN': '没有这个条件格式。' },
  hiddenSheet: { 'en-US': 'A hidden sheet cannot be shown like this.', 'zh-CN': '不能切换到隐藏的工作表。' },
  lastVisibleSheet: {
    'en-US': 'A workbook needs a visible sheet. Add or unhide another one first.',
    'zh-CN': '工作簿至少要有一个可见的工作表。请先新建或取消隐藏另一个工作表。',
  },
  linesOutside: {
    'en-US': 'The rows or columns lie outside the sheet.',
    'zh-CN': '行或列超出了工作表的范围。',
  },
  mergedSort: {
    'en-US': 'Merged cells cannot be sorted. Unmerge them first.',
    'zh-CN': '合并单元格无法排序，请先取消合并。',
  },
  nameInvalid: { 'en-US': '“{name}” is not a valid name.', 'zh-CN': '“{name}”不是有效的名称。' },
  nameMissing: { 'en-US': 'There is no name “{name}”.', 'zh-CN': '没有名称“{name}”。' },
  nameTaken: { 'en-US': 'The name “{name}” is taken.', 'zh-CN': '名称“{name}”已被使用。' },
  nothingToFill: {
    'en-US': 'Select the cells to fill as well, not only the first.',
    'zh-CN': '请同时选中要填充的单元格，而不只是第一个。',
  },
  partOfArray: {
    'en-US': 'Part of an array formula cannot be changed. Select all of its cells first.',
    'zh-CN': '不能更改数组公式的一部分。请先选择它的全部单元格。',
  },
  protectedSheet: {
    'en-US': 'This sheet is protected. Unprotect it in the menu of its tab, then try again.',
    'zh-CN': '此工作表受保护。请在其标签菜单中取消保护后重试。',
  },
  protectedStructure: {
    'en-US':
      'The structure of this workbook is protected. Unprotect the workbook in the menu of a tab, then try again.',
    'zh-CN': '此工作簿的结构受保护。请在工作表标签菜单中取消工作簿保护后重试。',
  },
  ruleWithoutArea: { 'en-US': 'A rule needs cells to apply to.', 'zh-CN': '规则需要应用到单元格。' },
  selectionOutside: {
    'en-US': 'The selection lies outside the sheet.',
    'zh-CN': '所选区域超出了工作表的范围。',
  },
  sheetDeleted: { 'en-US': 'The sheet “{name}” was deleted.', 'zh-CN': '工作表“{name}”已被删除。' },
  sheetMissing: {
    'en-US': 'There is no sheet “{name}” in this workbook.',
    'zh-CN': '此工作簿中没有工作表“{name}”。',
  },
  sheetNameInvalid: {
    'en-US': '“{name}” cannot be the name of a sheet: 1 to 31 characters, without \\ / ? * [ ] :',
    'zh-CN': '“{name}”不能作为工作表名称：须为 1 到 31 个字符，且不含 \\ / ? * [ ] :',
  },
  sheetNameTaken: {
    'en-US': 'There is a sheet “{name}” already.',
    'zh-CN': '已有名为“{name}”的工作表。',
  },
  tableMissing: { 'en-US': 'There is no table “{name}”.', 'zh-CN': '没有表格“{name}”。' },
  tableOverlaps: {
    'en-US': 'The cells overlap the table “{name}”.',
    'zh-CN': '单元格与表格“{name}”重叠。',
  },
  tableRows: {
    'en-US': 'A table keeps its header row, and has a row below it.',
    'zh-CN': '表格须保留标题行，且其下至少有一行。',
  },
  tornApart: {
    'en-US': 'A table or a merged cell would be torn apart. Select whole rows or columns.',
    'zh-CN': '这会拆开表格或合并单元格。请选择整行或整列。',
  },
};

/** Why a file cannot be opened. */
export const fileProblems: Texts<FileProblemCode> = {
  encrypted: {
    'en-US': 'It is protected by a password. Save a copy without one and open that.',
    'zh-CN': '文件设有密码。请另存一份不带密码的副本后打开。',
  },
  oldFormat: {
    'en-US': 'It is an old .xls workbook. Save it as .xlsx and open that.',
    'zh-CN': '这是旧版 .xls 工作簿。请另存为 .xlsx 后打开。',
  },
  notWorkbook: {
    'en-US': 'It is neither an .xlsx workbook or XML spreadsheet, nor a .csv text, nor a page with a table.',
    'zh-CN': '它既不是 .xlsx 工作簿、XML 电子表格或 .csv 文本，也不是含表格的网页。',
  },
  damaged: {
    'en-US': 'It is damaged: a part that every workbook has is missing or cannot be read.',
    'zh-CN': '文件已损坏：缺少工作簿必需的部分，或无法读取。',
  },
  tooLarge: {
    'en-US': 'It has more rows or columns than a sheet can hold.',
    'zh-CN': '行数或列数超过了工作表的上限。',
  },
};

const unforeseen: Readonly<Record<Locale, string>> = {
  'en-US': 'an unexpected error ({detail})',
  'zh-CN': '意外错误（{detail}）',
};

/**
 * Say why something was refused. What the rule of a cell says itself is its author's text, whatever the language; so is the
 * technical detail of an error that nobody foresaw.
 *
 * @example refusalText(new BookError('nameTaken', 'Rates'), 'en-US') //=> 'The name “Rates” is taken.'
 */
export function refusalText(error: unknown, locale: Locale): string {
  if (error instanceof EntryRefusal) return entryText(error, locale);
  if (error instanceof BookError) {
    return bookRefusals[error.kind][locale].replace('{name}', () => error.subject);
  }
  if (error instanceof FileProblem) return fileProblems[error.code][locale];
  return unforeseen[locale].replace('{detail}', () => detailOf(error));
}

/** What something thrown says itself: the add-in's own words, or a technical detail. */
export const detailOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function entryText({ title, message }: EntryRefusal, locale: Locale): string {
  const text = message === '' ? bookRefusals.entry[locale] : message;
  return title === '' ? text : `${title}: ${text}`;
}
