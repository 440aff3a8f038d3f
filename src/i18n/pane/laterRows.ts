import { partTexts } from '../bilingual';
import { formatNumber } from '../numbers';
import { counted } from '../plural';

/** What the overview says of rows that come after the as-of date. */
export const laterRowsTexts = partTexts({
  en: {
    rows: (count: number, date: string, amount: string) =>
      `${counted(count, 'row is', 'rows are')} dated after ${date} and not counted (${amount}).`,
    customers: (count: number) =>
      `${counted(count, 'customer has', 'customers have')} only such rows and ${count === 1 ? 'is' : 'are'} not listed.`,
  },
  zh: {
    rows: (count, date, amount) =>
      `${formatNumber(count, 'zh')} 行的日期在${date}之后，未计入（${amount}）。`,
    customers: count => `${formatNumber(count, 'zh')} 个客户只有这类单据，未列出。`,
  },
});
