import { intersects } from '../../book/address';
import type { ConditionalFormat, Sheet } from '../../book/types';
import { ApiError, notImplemented } from '../batch/apiError';
import type { CallArguments } from '../batch/callArguments';
import { ModelObject, type ObjectClass, type Property } from '../batch/modelObject';
import { requiredAt } from '../batch/required';
import type { Session } from '../session';
import type { Json } from '../wire/json';
import { asColor, asFlag, asNumber, asText, type FormattedAreas } from './commonStyle';
import { assertRuleFormula } from './limits';
import { range } from './range';
import { rangeAreas } from './rangeAreas';
import { requireWritable } from './writable';

/** Open `conditionalFormats` of some areas: the rules that touch them. */
export function conditionalFormats(target: FormattedAreas): ModelObject {
  return ModelObject.of(conditionalFormatCollectionClass, target);
}

interface Rule {
  readonly sheet: Sheet;
  readonly format: ConditionalFormat;
}

function conditionalFormat(rule: Rule): ModelObject {
  return ModelObject.of(conditionalFormatClass, rule);
}

const conditionalFormatCollectionClass: ObjectClass<FormattedAreas> = {
  name: 'ConditionalFormatCollection',
  items: target => rulesOf(target).map(conditionalFormat),
  item: (target, args) => find(target, args),
  methods: {
    Add: (target, args, session) => add(target, args.text(0), session),
    GetCount: target => rulesOf(target).length,
    GetItemOrNullObject: (target, args) => find(target, args),
    GetItemAt: (target, args) => conditionalFormat(requiredAt(rulesOf(target), args.whole(0))),
    ClearAll: (target, _args, session) => {
      for (const { sheet, format } of rulesOf(target)) {
        session.book.removeConditionalFormat(sheet, format);
      }
    },
  },
};

/** The rules that touch the areas, first priority first. */
function rulesOf({ sheet, areas }: FormattedAreas): Rule[] {
  return sheet.conditionalFormats
    .filter(format => format.areas.some(own => areas.some(area => intersects(own, area))))
    .toSorted((one, other) => one.priority - other.priority)
    .map(format => ({ sheet, format }));
}

function find(target: FormattedAreas, args: CallArguments): ModelObject | null {
  const id = args.key(0);
  const rule = rulesOf(target).find(each => each.format.id === id);
  return rule ? conditionalFormat(rule) : null;
}

/** A new rule is met by no cell until its formula is set. */
const neverMet = '=FALSE';

function add({ sheet, areas }: FormattedAreas, type: string, session: Session): ModelObject {
  requireWritable(sheet, 'allowFormatCells');
  if (type !== 'Custom') {
    throw notImplemented(`ConditionalFormatCollection.add('${type}')`);
  }
  const format = session.book.addConditionalFormat(sheet, {
    areas: areas.map(area => ({ ...area })),
    stopIfTrue: false,
    formula: neverMet,
    format: {},
  });
  return conditionalFormat({ sheet, format });
}

const conditionalFormatClass: ObjectClass<Rule> = {
  name: 'ConditionalFormat',
  identity: ({ format }) => ({ Id: format.id }),
  properties: {
    Id: { get: ({ format }) => format.id },
    Type: { get: () => 'Custom' },
    Priority: {
      get: ({ format }) => format.priority,
      set: (rule, value, session) => setPriority(rule, asNumber(value), session),
    },
    StopIfTrue: {
      get: ({ format }) => format.stopIfTrue,
      set: (rule, value, session) =>
        change(rule, session, format => {
          format.stopIfTrue = asFlag(value);
        }),
    },
  },
  objects: {
    Custom: rule => ModelObject.of(customConditionalFormatClass, rule),
    CustomOrNullObject: rule => ModelObject.of(customConditionalFormatClass, rule),
    ...otherKinds(),
  },
  methods: {
    Delete: ({ sheet, format }, _args, session) => session.book.removeConditionalFormat(sheet, format),
    GetRange: ({ sheet, format }) => {
      const [area, ...others] = format.areas;
      if (!area || others.length > 0) {
        throw new ApiError('InvalidArgument');
      }
      return range({ sheet, area });
    },
    GetRangeOrNullObject: ({ sheet, format }) => {
      const [area, ...others] = format.areas;
      return area && others.length === 0 ? range({ sheet, area }) : null;
    },
    GetRanges: ({ sheet, format }) => rangeAreas({ sheet, areas: format.areas }),
  },
};

/** A custom rule is no data bar, no colour scale and so on. */
function otherKinds(): Record<string, () => null> {
  const kinds = ['CellValue', 'ColorScale', 'DataBar', 'IconSet', 'Preset', 'TextComparison', 'TopBottom'];
  return Object.fromEntries(kinds.map(kind => [`${kind}OrNullObject`, () => null]));
}

/** Moves the rule among its sheet's rules, so that priorities stay 0, 1, 2 …; a negative one counts from the end. */
function setPriority({ sheet, format }: Rule, wanted: number, session: Session): void {
  requireWritable(sheet, 'allowFormatCells');
  const others = sheet.conditionalFormats
    .filter(other => other !== format)
    .toSorted((one, other) => one.priority - other.priority);
  const position = wanted < 0 ? others.length + 1 + wanted : wanted;
  others.splice(Math.max(0, Math.min(position, others.length)), 0, format);
  for (const [priority, other] of others.entries()) {
    other.priority = priority;
  }
  session.book.touch(sheet);
}

function change({ sheet, format }: Rule, session: Session, set: (format: ConditionalFormat) => void): void {
  requireWritable(sheet, 'allowFormatCells');
  set(format);
  session.book.touch(sheet);
}

const customConditionalFormatClass: ObjectClass<Rule> = {
  name: 'CustomConditionalFormat',
  objects: {
    Rule: rule => ModelObject.of(conditionalFormatRuleClass, rule),
    Format: rule => ModelObject.of(conditionalRangeFormatClass, rule),
  },
};

const ruleFormula: Property<Rule> = {
  get: ({ format }) => (format.formula === neverMet ? '' : format.formula),
  set: (rule, value, session) =>
    change(rule, session, format => {
      format.formula = formulaOf(value);
    }),
};

function formulaOf(value: Json): string {
  const text = asText(value);
  if (text === '' || text === '=') {
    throw new ApiError('InvalidArgument');
  }
  const formula = text.startsWith('=') ? text : `=${text}`;
  assertRuleFormula(formula);
  return formula;
}

const conditionalFormatRuleClass: ObjectClass<Rule> = {
  name: 'ConditionalFormatRule',
  properties: { Formula: ruleFormula, FormulaLocal: ruleFormula },
};

const conditionalRangeFormatClass: ObjectClass<Rule> = {
  name: 'ConditionalRangeFormat',
  objects: {
    Fill: rule => ModelObject.of(conditionalRangeFillClass, rule),
    Font: rule => ModelObject.of(conditionalRangeFontClass, rule),
  },
};

type Facet = keyof ConditionalFormat['format'];

function facet<Name extends Facet>(
  name: Name,
  read: (value: Json) => ConditionalFormat['format'][Name],
): Property<Rule> {
  return {
    get: ({ format }) => format.format[name] ?? null,
    set: (rule, value, session) =>
      change(rule, session, format => {
        format.format = { ...format.format, [name]: read(value) };
      }),
  };
}

const conditionalRangeFillClass: ObjectClass<Rule> = {
  name: 'ConditionalRangeFill',
  properties: { Color: facet('fill', asColor) },
  methods: {
    Clear: (rule, _args, session) =>
      change(rule, session, format => {
        const { fill: _fill, ...others } = format.format;
        format.format = others;
      }),
  },
};

const conditionalRangeFontClass: ObjectClass<Rule> = {
  name: 'ConditionalRangeFont',
  properties: {
    Color: facet('fontColor', asColor),
    Bold: facet('bold', asFlag),
    Italic: facet('italic', asFlag),
    Strikethrough: facet('strikethrough', asFlag),
  },
  methods: {
    Clear: (rule, _args, session) =>
      change(rule, session, format => {
        format.format = format.format.fill === undefined ? {} : { fill: format.format.fill };
      }),
  },
};
