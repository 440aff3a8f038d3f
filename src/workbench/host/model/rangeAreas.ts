import { formatAddress, intersection } from '../../book/address';
import type { Area } from '../../book/types';
import { ModelObject, type ObjectClass } from '../batch/modelObject';
import { required, requiredAt } from '../batch/required';
import { addressOf, isEntireColumn, isEntireRow } from '../sheetArea';
import type { FormattedAreas } from './commonStyle';
import { conditionalFormats } from './conditionalFormats';
import { clearingOf, range, rangeArgument } from './range';
import { rangeFormat } from './rangeFormat';
import { usedWithin } from './regions';
import { tablesIn } from './tables';
import { worksheet } from './worksheet';

/** Make the `RangeAreas` object of several areas of one sheet. */
export function rangeAreas(target: FormattedAreas): ModelObject {
  return ModelObject.of(rangeAreasClass, target);
}

const rangeAreasClass: ObjectClass<FormattedAreas> = {
  name: 'RangeAreas',
  properties: {
    Address: { get: joinedAddress },
    AddressLocal: { get: joinedAddress },
    AreaCount: { get: ({ areas }) => areas.length },
    CellCount: {
      get: ({ areas }) => areas.reduce((sum, area) => sum + area.rowCount * area.columnCount, 0),
    },
    IsEntireRow: { get: ({ areas }) => areas.every(isEntireRow) },
    IsEntireColumn: { get: ({ areas }) => areas.every(isEntireColumn) },
  },
  objects: {
    Areas: target => ModelObject.of(rangeCollectionClass, target),
    Worksheet: ({ sheet }) => worksheet(sheet),
    Format: target => rangeFormat(target),
    ConditionalFormats: target => conditionalFormats(target),
  },
  methods: {
    // ExcelApi 1.18; Office.js 1.1.110 has no `select` for it yet, the one that Excel itself loads has.
    Select: ({ sheet, areas }, _args, session) => session.book.select(sheet, areas),
    Clear: ({ sheet, areas }, args, session) => {
      const what = clearingOf(args.optionalText(0), 'RangeAreas');
      for (const area of areas) {
        session.book.clear(sheet, area, what, 'addin');
      }
    },
    Calculate: (_target, _args, session) => session.book.calculate(false),
    GetTables: (target, args) => tablesIn(target, args.flag(0, true)),
    GetIntersection: (target, args) => required(common(target, rangeArgument(args, 0).area)),
    GetIntersectionOrNullObject: (target, args) => common(target, rangeArgument(args, 0).area),
    GetUsedRangeAreas: (target, args) => required(used(target, args.flag(0, false))),
    GetUsedRangeAreasOrNullObject: (target, args) => used(target, args.flag(0, false)),
  },
};

const rangeCollectionClass: ObjectClass<FormattedAreas> = {
  name: 'RangeCollection',
  items: ({ sheet, areas }) => areas.map(area => range({ sheet, area })),
  methods: {
    GetCount: ({ areas }) => areas.length,
    GetItemAt: ({ sheet, areas }, args) => range({ sheet, area: requiredAt(areas, args.whole(0)) }),
  },
};

function joinedAddress({ sheet, areas }: FormattedAreas): string {
  return areas
    .map((area, index) =>
      index === 0 ? addressOf({ sheet, area }) : formatAddress(area, { sheet: sheet.name }),
    )
    .join(',');
}

function some(target: FormattedAreas, areas: readonly (Area | null)[]): ModelObject | null {
  const found = areas.filter(area => area !== null);
  return found.length > 0 ? rangeAreas({ sheet: target.sheet, areas: found }) : null;
}

function common(target: FormattedAreas, other: Area): ModelObject | null {
  return some(
    target,
    target.areas.map(area => intersection(area, other)),
  );
}

function used(target: FormattedAreas, valuesOnly: boolean): ModelObject | null {
  return some(
    target,
    target.areas.map(area => usedWithin(target.sheet, area, valuesOnly)),
  );
}
