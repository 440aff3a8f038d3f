import { usualChartSize } from '../../../book/chart/chart';
import { setSource } from '../../../book/chart/sourceRange';
import type { Sheet } from '../../../book/types';
import type { CallArguments } from '../../batch/callArguments';
import { ModelObject, type ObjectClass } from '../../batch/modelObject';
import { required, requiredAt } from '../../batch/required';
import type { Session } from '../../session';
import { rangeArgument } from '../range';
import { asSeriesBy, chart } from './chart';
import { asChartType } from './chartSeries';

/** Open `worksheet.charts`. */
export function chartsOf(sheet: Sheet): ModelObject {
  return ModelObject.of(chartCollectionClass, sheet);
}

const chartCollectionClass: ObjectClass<Sheet> = {
  name: 'ChartCollection',
  properties: { Count: { get: sheet => sheet.charts.length } },
  items: sheet => sheet.charts.map(each => chart(sheet, each)),
  item: (sheet, args) => find(sheet, args.key(0)),
  methods: {
    Add: (sheet, args, session) => add(sheet, args, session),
    GetCount: sheet => sheet.charts.length,
    GetItem: (sheet, args) => required(find(sheet, args.key(0))),
    GetItemOrNullObject: (sheet, args) => find(sheet, args.key(0)),
    GetItemAt: (sheet, args) => chart(sheet, requiredAt(sheet.charts, args.whole(0))),
  },
};

/** A new chart stands to the right of its cells when they are on its sheet, otherwise at the sheet's beginning. */
function add(sheet: Sheet, args: CallArguments, session: Session): ModelObject {
  const type = asChartType(args.text(0));
  const source = rangeArgument(args, 1);
  const seriesBy = asSeriesBy(args.at(2));
  const { row, column, columnCount } = source.area;
  const corner = source.sheet === sheet ? { row, column: column + columnCount + 1 } : { row: 0, column: 0 };
  const added = session.book.addChart(sheet, type, { ...corner, x: 0, y: 0, ...usualChartSize });
  setSource(added, source.sheet, source.area, seriesBy);
  session.book.touch(sheet);
  return chart(sheet, added);
}

function find(sheet: Sheet, key: string): ModelObject | null {
  const wanted = key.toLowerCase();
  const found = sheet.charts.find(each => each.id === key || each.name.toLowerCase() === wanted);
  return found ? chart(sheet, found) : null;
}
