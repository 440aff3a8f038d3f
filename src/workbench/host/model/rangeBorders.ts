import type { Area, BorderEdge } from '../../book/types';
import { ApiError, notImplemented } from '../batch/apiError';
import type { CallArguments } from '../batch/callArguments';
import { ModelObject, type ObjectClass } from '../batch/modelObject';
import type { Session } from '../session';
import type { Json } from '../wire/json';
import { asColor, asText, commonOf, type FormattedAreas } from './commonStyle';
import { requireWritable } from './writable';

type Edge = 'top' | 'right' | 'bottom' | 'left';

interface Side {
  /** The edges of cells that make this side of a range, and for which of its cells. */
  readonly edge: Edge;
  within(area: Area): Area | null;
}

const sides: Readonly<Record<string, readonly Side[]>> = {
  EdgeTop: [{ edge: 'top', within: area => ({ ...area, rowCount: 1 }) }],
  EdgeBottom: [
    { edge: 'bottom', within: area => ({ ...area, row: area.row + area.rowCount - 1, rowCount: 1 }) },
  ],
  EdgeLeft: [{ edge: 'left', within: area => ({ ...area, columnCount: 1 }) }],
  EdgeRight: [
    {
      edge: 'right',
      within: area => ({ ...area, column: area.column + area.columnCount - 1, columnCount: 1 }),
    },
  ],
  InsideHorizontal: [
    {
      edge: 'bottom',
      within: area => (area.rowCount > 1 ? { ...area, rowCount: area.rowCount - 1 } : null),
    },
  ],
  InsideVertical: [
    {
      edge: 'right',
      within: area => (area.columnCount > 1 ? { ...area, columnCount: area.columnCount - 1 } : null),
    },
  ],
};

/** Style and weight of Office.js together make one style of a file. */
const styleNames: Readonly<Record<string, { readonly style: string; readonly weight: string }>> = {
  hair: { style: 'Continuous', weight: 'Hairline' },
  thin: { style: 'Continuous', weight: 'Thin' },
  medium: { style: 'Continuous', weight: 'Medium' },
  thick: { style: 'Continuous', weight: 'Thick' },
  dashed: { style: 'Dash', weight: 'Thin' },
  mediumDashed: { style: 'Dash', weight: 'Medium' },
  dotted: { style: 'Dot', weight: 'Thin' },
  double: { style: 'Double', weight: 'Thick' },
};

const noBorder = { style: 'None', weight: 'Thin', color: '#000000' };

interface BorderTarget {
  readonly cells: FormattedAreas;
  readonly name: string;
}

/** Open `format.borders`. */
export function rangeBorders(cells: FormattedAreas): ModelObject {
  return ModelObject.of(rangeBorderCollectionClass, cells);
}

function border(cells: FormattedAreas, key: string): ModelObject {
  const name = Object.keys(sides).find(side => side.toLowerCase() === key.toLowerCase());
  if (!name) {
    throw notImplemented(`RangeBorderCollection.getItem('${key}')`);
  }
  return ModelObject.of(rangeBorderClass, { cells, name });
}

const rangeBorderCollectionClass: ObjectClass<FormattedAreas> = {
  name: 'RangeBorderCollection',
  properties: { Count: { get: () => Object.keys(sides).length } },
  items: cells => Object.keys(sides).map(name => border(cells, name)),
  item: (cells, args: CallArguments) => border(cells, args.text(0)),
  methods: {
    GetItemAt: (cells, args) => {
      const name = Object.keys(sides)[args.whole(0)];
      if (!name) {
        throw new ApiError('InvalidArgument');
      }
      return border(cells, name);
    },
  },
};

const rangeBorderClass: ObjectClass<BorderTarget> = {
  name: 'RangeBorder',
  identity: ({ name }) => ({ Id: name }),
  properties: {
    SideIndex: { get: ({ name }) => name },
    Style: {
      get: target => facet(target, 'style'),
      set: (target, value, session) => change(target, { style: asText(value) }, session),
    },
    Weight: {
      get: target => facet(target, 'weight'),
      set: (target, value, session) => change(target, { weight: asText(value) }, session),
    },
    Color: {
      get: target => facet(target, 'color'),
      set: (target, value, session) => change(target, { color: asColor(value) }, session),
    },
  },
};

interface Look {
  readonly style: string;
  readonly weight: string;
  readonly color: string;
}

function lookOf(edge: BorderEdge | undefined): Look {
  const known = edge && styleNames[edge.style];
  return known && edge ? { ...known, color: edge.color } : noBorder;
}

function facet({ cells, name }: BorderTarget, which: keyof Look): Json {
  const values = (sides[name] ?? []).flatMap(side =>
    partsOf(cells, side).map(area =>
      commonOf(
        { sheet: cells.sheet, area },
        (sheet, row, column) => lookOf(sheet.style(row, column).borders?.[side.edge])[which],
      ),
    ),
  );
  const [first = noBorder[which]] = values;
  return values.every(value => value === first) ? first : null;
}

function partsOf(cells: FormattedAreas, side: Side): Area[] {
  return cells.areas.map(side.within).filter(area => area !== null);
}

/** Change one facet of the border; the others stay, and a border that was none becomes a thin line. */
function change({ cells, name }: BorderTarget, changed: Partial<Look>, session: Session): void {
  requireWritable(cells.sheet, 'allowFormatCells');
  for (const side of sides[name] ?? []) {
    for (const area of partsOf(cells, side)) {
      changeEdges(cells, area, side.edge, changed, session);
    }
  }
}

function changeEdges(
  { sheet }: FormattedAreas,
  area: Area,
  edge: Edge,
  changed: Partial<Look>,
  session: Session,
): void {
  for (let row = area.row; row < area.row + area.rowCount; row++) {
    for (let column = area.column; column < area.column + area.columnCount; column++) {
      const { borders } = sheet.style(row, column);
      const look = { ...visible(lookOf(borders?.[edge]), changed), ...changed };
      const cell = { row, column, rowCount: 1, columnCount: 1 };
      session.book.setStyle(sheet, cell, { borders: withEdge(borders, edge, edgeOf(look)) });
    }
  }
}

function visible(look: Look, changed: Partial<Look>): Look {
  return look.style === 'None' && changed.style === undefined ? { ...look, style: 'Continuous' } : look;
}

function edgeOf({ style, weight, color }: Look): BorderEdge | undefined {
  if (style === 'None') {
    return undefined;
  }
  const exact = Object.keys(styleNames).find(
    name => styleNames[name]?.style === style && styleNames[name]?.weight === weight,
  );
  const near =
    exact ?? Object.keys(styleNames).find(name => styleNames[name]?.style === style && name !== 'hair');
  if (!near) {
    throw notImplemented(`RangeBorder.style = '${style}'`);
  }
  return { style: near, color };
}

function withEdge(
  borders: Partial<Record<Edge, BorderEdge>> | undefined,
  edge: Edge,
  value: BorderEdge | undefined,
): Partial<Record<Edge, BorderEdge>> | undefined {
  const { [edge]: _replaced, ...others } = borders ?? {};
  const merged = value ? { ...others, [edge]: value } : others;
  return Object.keys(merged).length > 0 ? merged : undefined;
}
