import type { Sheet } from '../../book/types';
import { ApiError } from '../batch/apiError';
import { ModelObject, type ObjectClass } from '../batch/modelObject';
import type { SheetArea } from '../sheetArea';
import { areaAt } from '../sheetArea';
import { range, rangeArgument } from './range';

/** Open `horizontalPageBreaks` of a sheet: pages that begin by hand. */
export function horizontalPageBreaks(sheet: Sheet): ModelObject {
  return ModelObject.of(pageBreaksClass, sheet);
}

interface RowBreak {
  readonly sheet: Sheet;
  readonly row: number;
}

const pageBreaksClass: ObjectClass<Sheet> = {
  name: 'PageBreakCollection',
  items: sheet => sheet.pageLayout.rowBreaks.map(row => pageBreak({ sheet, row })),
  methods: {
    Add: (sheet, args, session) => {
      const value = args.at(0);
      const at = typeof value === 'string' ? areaAt(value, session.book, sheet) : rangeArgument(args, 0);
      if (!at || at.area.row === 0) throw new ApiError('InvalidArgument');
      const { row } = at.area;
      const others = sheet.pageLayout.rowBreaks.filter(known => known !== row);
      sheet.pageLayout.rowBreaks = [...others, row].sort((one, other) => one - other);
      session.book.touch(sheet);
      return pageBreak({ sheet, row });
    },
    GetCount: sheet => sheet.pageLayout.rowBreaks.length,
    RemovePageBreaks: (sheet, _args, session) => {
      sheet.pageLayout.rowBreaks = [];
      session.book.touch(sheet);
    },
  },
};

const pageBreak = (target: RowBreak): ModelObject => ModelObject.of(pageBreakClass, target);

const cellAfter = ({ sheet, row }: RowBreak): SheetArea => ({
  sheet,
  area: { row, column: 0, rowCount: 1, columnCount: 1 },
});

const pageBreakClass: ObjectClass<RowBreak> = {
  name: 'PageBreak',
  identity: ({ row }) => ({ RowIndex: row }),
  properties: { RowIndex: { get: ({ row }) => row }, ColumnIndex: { get: () => 0 } },
  methods: {
    Delete: ({ sheet, row }, _args, session) => {
      sheet.pageLayout.rowBreaks = sheet.pageLayout.rowBreaks.filter(known => known !== row);
      session.book.touch(sheet);
    },
    GetCellAfterBreak: target => range(cellAfter(target)),
  },
};
