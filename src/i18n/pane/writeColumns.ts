import { partTexts } from '../bilingual';
import { formatNumber } from '../numbers';
import { counted, chineseCount as n } from '../plural';

/** What the choice of written columns says. */
export const writeColumnsTexts = partTexts({
  en: {
    title: 'Write columns',
    looking: 'Looking at what stands beside the data',
    form: 'Write them as',
    forms: {
      values: {
        name: 'Values',
        help: 'Stay as written until you write again. A colleague without Tiercel sees the same.',
      },
      live: {
        name: 'Live formulas',
        help: 'Excel recalculates them when the data or the policy changes. A colleague without Tiercel sees the last values, and #NAME? once Excel recalculates there. Share freezes them.',
      },
    },
    will: (sheet: string) =>
      `Also adds the sheet Tiercel Live, which scores ${sheet} in one formula for the columns to look up, and Tiercel Policy where it is missing. The as-of date goes into its cell.`,
    remembers:
      'Also adds the sheet Tiercel Written, which keeps what was written for each customer: what you type over it stays yours.',
    plainRange: (sheet: string, rows: number) =>
      `${sheet} is no table: what you add below it, up to ${counted(rows, 'row', 'rows')}, counts at once, but gets Score, Tier and Breaches only when you write again. In a table it gets both.`,
    selection:
      'Only the cells you selected are read: rows added below them count after you select and write again.',
    slow: (rows: number) =>
      `With ${counted(rows, 'row', 'rows')} every change of a cell scores the whole sheet again, about a second per 10,000 rows. Values take no time.`,
    write: 'Write',
    standing: {
      none: 'Nothing is written beside the data yet.',
      values: (address: string) => `Now: values in ${address}.`,
      valuesAsOf: (address: string, day: string) => `Now: values in ${address}, as of ${day}.`,
      live: (address: string, sheet: string) => `Now: live formulas in ${address}, looked up on ${sheet}.`,
    },
    otherDay: (written: string, now: string) =>
      `What is written is as of ${written}, the pane is as of ${now}. Writing again replaces the tiers of ${written}.`,
    takeDay: (day: string) => `Tier as of ${day}`,
    rowsBelow: (rows: number) =>
      `${counted(rows, 'row was', 'rows were')} added below: nothing stands beside ${rows === 1 ? 'it' : 'them'} yet. Write again to fill ${rows === 1 ? 'it' : 'them'}.`,
    uncounted: (rows: number) =>
      `${counted(rows, 'row was', 'rows were')} added below what the formulas read, and ${rows === 1 ? 'is' : 'are'} not counted. Write again to count ${rows === 1 ? 'it' : 'them'}.`,
    writeAgain: 'Write again',
    equal: (rows: number) => `Checked: ${counted(rows, 'row shows', 'rows show')} what the pane says.`,
    different: (cells: number) =>
      `${counted(cells, 'cell shows', 'cells show')} something else than the pane`,
    cell: (address: string, shows: string, pane: string) => `${address}: ${shows}, in the pane ${pane}`,
    nothing: '(empty)',
    differentWhy:
      'The data may have changed since it was tiered: tier again. If the difference stays, write values instead.',
    failed: (shows: string) => `The formulas show ${shows}`,
    failedWhy: {
      name: 'Excel does not know the functions of Tiercel yet. Open the pane again and wait for the formulas, or write values instead.',
      spill:
        'Something was written on the sheet Tiercel Live below the formula. Delete it there, or write again.',
      busy: 'Excel is still calculating. Look again in a moment.',
      other: 'Click cell A5 of the sheet Tiercel Live to read why, or write values instead.',
    },
    obstacle: {
      title: 'This sheet cannot be written as formulas',
      excelTooOld: 'This version of Excel has no formulas that fill several cells.',
      columnBeyond: (header: string, sheet: string) =>
        `The column ${header} on ${sheet} stands right of the written columns and counts: the formula would read its own answer. Move the column to the left of them.`,
      tooLarge: (sheet: string, cells: number, most: number) =>
        `${sheet} has ${counted(cells, 'cell', 'cells')} to read. Excel hands an add-in at most about ${formatNumber(most, 'en')} at once.`,
    },
    nothingWritten: 'Nothing was changed.',
    valuesInstead: 'Write values instead',
    tierAgain: 'Tier again',
    lookAgain: 'Look again',
    showLive: 'Show the sheet',
    doneLive: (address: string, rows: number, sheet: string) =>
      `Live formulas written to ${address}; ${counted(rows, 'row was', 'rows were')} compared with the pane and agree. They look up on ${sheet}.`,
    doneUnequal: (address: string) =>
      `Live formulas written to ${address}, but they do not agree with the pane.`,
  },
  zh: {
    title: '写入列',
    looking: '正在查看数据旁的内容',
    form: '写入方式',
    forms: {
      values: { name: '数值', help: '写入后保持不变，直到再次写入。未安装 Tiercel 的同事看到的相同。' },
      live: {
        name: '实时公式',
        help: '数据或政策变化时由 Excel 重新计算。未安装 Tiercel 的同事看到上次的值，在其处重新计算后显示 #NAME?。可在“共享”中冻结。',
      },
    },
    will: sheet =>
      `同时添加工作表“Tiercel 实时”，以一个公式评定“${sheet}”供各列查找；如没有 Tiercel Policy 也会添加，截止日期写入其单元格。`,
    remembers: '同时添加工作表“Tiercel 写入记录”，保存为每个客户写入的内容；您改写的内容始终保留。',
    plainRange: (sheet, rows) =>
      `“${sheet}”不是表格：在其下方新增的行（最多 ${n(rows)} 行）立即计入，但再次写入后才有评分、风险等级、预警；若为表格则两者都立即有。`,
    selection: '仅读取所选单元格：在其下方新增的行，重新选择并再次写入后才计入。',
    slow: rows =>
      `共 ${n(rows)} 行，每次修改单元格都会重新评定整张工作表，每 10,000 行约需一秒。数值则无需等待。`,
    write: '写入',
    standing: {
      none: '数据旁尚未写入内容。',
      values: address => `当前：${address} 为数值。`,
      valuesAsOf: (address, day) => `当前：${address} 为数值，截止 ${day}。`,
      live: (address, sheet) => `当前：${address} 为实时公式，在工作表“${sheet}”中查找。`,
    },
    otherDay: (written, now) =>
      `写入的内容截止 ${written}，窗格截止 ${now}。再次写入将替换 ${written} 的风险等级。`,
    takeDay: day => `按 ${day} 评定`,
    rowsBelow: rows => `下方新增了 ${n(rows)} 行，其旁尚无内容。请再次写入以填充。`,
    uncounted: rows => `公式读取范围的下方新增了 ${n(rows)} 行，尚未计入。请再次写入以计入。`,
    writeAgain: '再次写入',
    equal: rows => `已核对：${n(rows)} 行与窗格一致。`,
    different: cells => `${n(cells)} 个单元格与窗格不一致`,
    cell: (address, shows, pane) => `${address}：${shows}，窗格为 ${pane}`,
    nothing: '（空）',
    differentWhy: '评定之后数据可能已改变，请重新评定。如仍不一致，请改为写入数值。',
    failed: shows => `公式显示 ${shows}`,
    failedWhy: {
      name: 'Excel 尚未识别 Tiercel 的函数。请重新打开窗格并等待公式加载，或改为写入数值。',
      spill: '工作表“Tiercel 实时”的公式下方有其他内容。请在该处删除，或重新写入。',
      busy: 'Excel 仍在计算，请稍后重新查看。',
      other: '请点击工作表“Tiercel 实时”的 A5 单元格查看原因，或改为写入数值。',
    },
    obstacle: {
      title: '此工作表无法写为公式',
      excelTooOld: '此版本的 Excel 不支持一个公式填充多个单元格。',
      columnBeyond: (header, sheet) =>
        `“${sheet}”的列“${header}”位于写入列的右侧且参与评定，公式会读取自身结果。请将该列移到写入列的左侧。`,
      tooLarge: (sheet, cells, most) =>
        `“${sheet}”需读取 ${n(cells)} 个单元格，Excel 一次最多向加载项提供约 ${n(most)} 个。`,
    },
    nothingWritten: '未作任何更改。',
    valuesInstead: '改为写入数值',
    tierAgain: '重新评定',
    lookAgain: '重新查看',
    showLive: '查看工作表',
    doneLive: (address, rows, sheet) =>
      `实时公式已写入 ${address}；已与窗格核对 ${n(rows)} 行，全部一致。各列在工作表“${sheet}”中查找。`,
    doneUnequal: address => `实时公式已写入 ${address}，但与窗格不一致。`,
  },
});
