/** Texts that follow each other by custom: Excel's own lists, in English and Chinese. After the last comes the first. */
const lists: readonly (readonly string[])[] = [
  ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  ['Q1', 'Q2', 'Q3', 'Q4'],
  ['Qtr1', 'Qtr2', 'Qtr3', 'Qtr4'],
  ['Qtr 1', 'Qtr 2', 'Qtr 3', 'Qtr 4'],
  ['Quarter 1', 'Quarter 2', 'Quarter 3', 'Quarter 4'],
  ['日', '一', '二', '三', '四', '五', '六'],
  ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  ['一月', '二月', '三月', '四月', '五月', '六月', '七月', '八月', '九月', '十月', '十一月', '十二月'],
  ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
  ['第一季', '第二季', '第三季', '第四季'],
  ['第一季度', '第二季度', '第三季度', '第四季度'],
  ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'],
  ['子', '丑', '寅', '卯', '辰', '巳', '午', '未', '申', '酉', '戌', '亥'],
];

/** A text's place in a list of texts that follow each other. */
export interface PlaceInList {
  readonly list: readonly string[];
  readonly index: number;
}

/**
 * Find the list that a text stands in, whatever its case; null where it is in none.
 *
 * @example placeInList('feb') //=> { list: ['Sun' …], index: 1 } of the months
 */
export function placeInList(text: string): PlaceInList | null {
  const wanted = text.toLowerCase();
  for (const list of lists) {
    const index = list.findIndex(each => each.toLowerCase() === wanted);
    if (index >= 0) return { list, index };
  }
  return null;
}

/**
 * The text that stands some steps on in the list, in the case of the first one.
 *
 * @example textInList({ list: quarters, index: 3 }, 1, 'q4') //=> 'q1'
 */
export function textInList({ list, index }: PlaceInList, steps: number, like: string): string {
  const found = list[(((index + steps) % list.length) + list.length) % list.length];
  if (like === like.toUpperCase()) return found.toUpperCase();
  return like === like.toLowerCase() ? found.toLowerCase() : found;
}
