import { partTexts } from '../bilingual';
import { chineseCount, counted } from '../plural';

/** What the part Share says. */
export const shareTexts = partTexts({
  en: {
    title: 'Share',
    lead: 'What colleagues without Tiercel see when they open this workbook.',
    looking: 'Looking through the workbook',
    lookAgain: 'Look again',
    live: 'Works as it does for you',
    highlights: (count: number) =>
      `${counted(count, 'highlight', 'highlights')}: native formats that follow every edit`,
    noHighlights: 'Highlights: none in this workbook yet',
    policy: 'The policy: its cells decide the highlights there too',
    noPolicy: 'The policy: not on a sheet yet; highlighting adds it',
    sheets: (count: number) =>
      `${counted(count, 'sheet', 'sheets')} that Tiercel made, with tables and charts`,
    columns: (count: number) => `${counted(count, 'block', 'blocks')} of written columns: plain values`,
    liveColumns: (count: number) =>
      `${counted(count, 'block', 'blocks')} of written columns: live formulas, which look up what one TIERCEL formula of the sheet Tiercel Live shows.`,
    needs: 'Needs Tiercel',
    noFormulas: 'No TIERCEL formula is in this workbook: nothing needs the add-in.',
    formulas: (count: number) =>
      `${counted(count, 'TIERCEL formula shows', 'TIERCEL formulas show')} the last value until Excel calculates again, then #NAME?.`,
    formulasOn: (sheet: string, count: number) => `${sheet}: ${counted(count, 'formula', 'formulas')}`,
    freeze: 'Freeze formulas to values',
    freezeWill: (count: number) =>
      `${counted(count, 'formula becomes its value', 'formulas become their values')}. The formulas are kept on the sheet Tiercel Frozen, for you to bring back.`,
    spillUsers: (places: readonly string[], more: number) =>
      `These use all that a formula spills, and have nothing to show while it is a value: ${places.join(', ')}${more > 0 ? ` and ${more} more` : ''}. They work again once the formulas are back.`,
    spillUsersUnknown:
      'Excel did not let us look whether names, entry lists or conditional formats use all that a formula spills. Such have nothing to show while it is a value. Look again to find them.',
    spillUser: {
      name: (name: string) => `the name ${name}`,
      validation: (place: string) => `the list or entry rule in ${place}`,
      format: (place: string) => `the conditional format on ${place}`,
    },
    frozen: (count: number, isAll: boolean) =>
      `${counted(count, 'formula is a value', 'formulas are values')} now.${isAll ? ' Nobody will see #NAME?.' : ''}`,
    frozenSkipped: (count: number, where: string) =>
      `${counted(count, 'formula shows', 'formulas show')} an error and stayed a formula: ${where}.`,
    frozenArrays: (count: number, where: string) =>
      `${counted(count, 'formula was entered over several cells at once (Ctrl+Shift+Enter) and stayed a formula', 'formulas were entered over several cells at once (Ctrl+Shift+Enter) and stayed formulas')}, as Excel changes such cells only together: ${where}. Copy the formula, delete these cells, and enter it in the first of them with Enter alone; then freeze again.`,
    frozenNow: (count: number) =>
      `${counted(count, 'formula is frozen to its value', 'formulas are frozen to their values')}.`,
    thaw: 'Bring the formulas back',
    thawed: (count: number) => `${counted(count, 'formula is', 'formulas are')} back as before.`,
    thawKept: (count: number) =>
      `${counted(count, 'formula was', 'formulas were')} not brought back; the sheet Tiercel Frozen keeps the text.`,
    obstacle: {
      gone: 'its cells were deleted',
      moved: 'its cells moved, so its references may no longer fit',
      changed: 'somebody wrote over its values',
      unresolved: 'it refers to a sheet or table that is no longer there under that name',
      waiting: 'it reads the answer of a formula that was not brought back',
    },
    broken: (count: number) =>
      `${counted(count, 'formula shows', 'formulas show')} #NAME?, as after saving without the add-in.`,
    reenter: 'Enter them again',
    reentered: (count: number) => `${counted(count, 'formula was', 'formulas were')} entered again.`,
    removeLead: 'Takes away exactly what Tiercel added, after showing you the list. Your own cells stay.',
  },
  zh: {
    title: '共享',
    lead: '没有安装 Tiercel 的同事打开此工作簿时会看到什么。',
    looking: '正在查看工作簿',
    lookAgain: '重新查看',
    live: '与您看到的一样',
    highlights: count => `${chineseCount(count)} 条突出显示：Excel 原生格式，随修改自动更新`,
    noHighlights: '突出显示：此工作簿中尚无',
    policy: '政策：其单元格在同事处同样决定突出显示',
    noPolicy: '政策：尚未写入工作表，突出显示时会添加',
    sheets: count => `${chineseCount(count)} 张 Tiercel 生成的工作表，含表格和图表`,
    columns: count => `${chineseCount(count)} 组写入的列：均为普通值`,
    liveColumns: count =>
      `${chineseCount(count)} 组写入的列：实时公式，查找工作表“Tiercel 实时”中一个 TIERCEL 公式的结果。`,
    needs: '需要 Tiercel',
    noFormulas: '此工作簿没有 TIERCEL 公式，无需安装加载项。',
    formulas: count => `${chineseCount(count)} 个 TIERCEL 公式在重新计算前显示上次的值，之后显示 #NAME?。`,
    formulasOn: (sheet, count) => `${sheet}：${chineseCount(count)} 个公式`,
    freeze: '将公式冻结为值',
    freezeWill: count =>
      `${chineseCount(count)} 个公式将变为当前值。公式保存在工作表“Tiercel 已冻结”中，可随时恢复。`,
    spillUsers: (places, more) =>
      `以下内容引用公式溢出的全部结果，冻结期间没有可显示的内容：${places.join('、')}${more > 0 ? `，另有 ${more} 处` : ''}。恢复公式后即可正常使用。`,
    spillUsersUnknown:
      'Excel 未允许查找引用公式溢出结果的名称、下拉列表和条件格式。冻结期间，它们没有可显示的内容。如需查找，请点击“重新查看”。',
    spillUser: {
      name: name => `名称 ${name}`,
      validation: place => `${place} 的下拉列表或数据验证`,
      format: place => `${place} 的条件格式`,
    },
    frozen: (count, isAll) =>
      `${chineseCount(count)} 个公式已变为值${isAll ? '，任何人都不会再看到 #NAME?' : ''}。`,
    frozenSkipped: (count, where) => `${chineseCount(count)} 个公式显示错误，仍保留为公式：${where}。`,
    frozenArrays: (count, where) =>
      `${chineseCount(count)} 个公式是以 Ctrl+Shift+Enter 一次输入到多个单元格的数组公式，Excel 只允许整体更改，因此仍保留为公式：${where}。请复制公式、删除这些单元格，再在第一个单元格中仅按 Enter 输入，然后重新冻结。`,
    frozenNow: count => `${chineseCount(count)} 个公式已冻结为值。`,
    thaw: '恢复公式',
    thawed: count => `${chineseCount(count)} 个公式已原样恢复。`,
    thawKept: count => `${chineseCount(count)} 个公式未恢复；其内容仍保存在工作表“Tiercel 已冻结”中。`,
    obstacle: {
      gone: '其单元格已被删除',
      moved: '其单元格已移动，引用可能不再正确',
      changed: '其值已被他人改写',
      unresolved: '其引用的工作表或表格已不存在或已改名',
      waiting: '它引用的公式结果未能恢复为公式',
    },
    broken: count => `${chineseCount(count)} 个公式显示 #NAME?，通常是在没有加载项的情况下保存所致。`,
    reenter: '重新输入',
    reentered: count => `已重新输入 ${chineseCount(count)} 个公式。`,
    removeLead: '先列出清单，再移除 Tiercel 添加的内容，您自己的单元格保持不变。',
  },
});
