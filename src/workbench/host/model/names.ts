import type { CellValue, DefinedName, Sheet } from '../../book/types';
import type { CallArguments } from '../batch/callArguments';
import { ModelObject, type ObjectClass } from '../batch/modelObject';
import { required } from '../batch/required';
import type { Session } from '../session';
import { absoluteReferenceOf, areaAt, type SheetArea } from '../sheetArea';
import type { Json } from '../wire/json';
import { valueForAddin, valueTypeOf } from './cells';
import { asFlag, asText } from './commonStyle';
import { isRange, range } from './range';
import { worksheet } from './worksheet';

/** Open `workbook.names`: the names that the whole workbook knows. */
export function workbookNames(): ModelObject {
  return ModelObject.of(namedItemCollectionClass, null);
}

/** Open `worksheet.names`: the names that belong to a sheet. */
export function namesOf(sheet: Sheet): ModelObject {
  return ModelObject.of(namedItemCollectionClass, sheet);
}

/** The area a name stands for when used on a sheet: the sheet's own name first, then the workbook's. */
export function areaOfName(name: string, sheet: Sheet, session: Session): SheetArea | null {
  const found = findName(name, sheet, session) ?? findName(name, null, session);
  return found && areaOf(found, session);
}

/** A name whose scope is a sheet, or null for the workbook. */
type Scope = Sheet | null;

const namedItemCollectionClass: ObjectClass<Scope> = {
  name: 'NamedItemCollection',
  items: (scope, session) => inScope(scope, session).map(namedItem),
  item: (scope, args, session) => find(scope, args, session),
  methods: {
    Add: (scope, args, session) => add(scope, args, session),
    AddFormulaLocal: (scope, args, session) => add(scope, args, session),
    GetCount: (scope, _args, session) => inScope(scope, session).length,
    GetItemOrNullObject: (scope, args, session) => find(scope, args, session),
  },
};

function namedItem(name: DefinedName): ModelObject {
  return ModelObject.of(namedItemClass, name);
}

const namedItemClass: ObjectClass<DefinedName> = {
  name: 'NamedItem',
  identity: name => ({ _Id: name.name }),
  properties: {
    Name: { get: name => name.name },
    Formula: {
      get: name => name.formula,
      set: (name, value) => {
        name.formula = asText(value);
      },
    },
    Type: { get: (name, session) => typeOf(name, session) },
    Value: { get: (name, session) => resolvedValueOf(name, session) },
    Visible: {
      get: name => name.visible,
      set: (name, value) => {
        name.visible = asFlag(value);
      },
    },
    Comment: {
      get: name => name.comment,
      set: (name, value, session) => {
        name.comment = asText(value);
        session.book.forgetSteps();
      },
    },
    Scope: { get: name => (name.scope === null ? 'Workbook' : 'Worksheet') },
  },
  objects: {
    Worksheet: (name, session) => worksheet(required(sheetOf(name, session))),
    WorksheetOrNullObject: (name, session) => {
      const sheet = sheetOf(name, session);
      return sheet && worksheet(sheet);
    },
  },
  methods: {
    Delete: (name, _args, session) => session.book.removeName(name),
    GetRange: (name, _args, session) => range(required(areaOf(name, session))),
    GetRangeOrNullObject: (name, _args, session) => {
      const area = areaOf(name, session);
      return area && range(area);
    },
  },
};

function inScope(scope: Scope, { book }: Session): DefinedName[] {
  return book.names.filter(name => name.scope === (scope?.id ?? null));
}

function findName(text: string, scope: Scope, session: Session): DefinedName | null {
  const wanted = text.toLowerCase();
  return inScope(scope, session).find(name => name.name.toLowerCase() === wanted) ?? null;
}

function find(scope: Scope, args: CallArguments, session: Session): ModelObject | null {
  const name = findName(args.text(0), scope, session);
  return name && namedItem(name);
}

/** A name for a range, or for a formula given as text. */
function add(scope: Scope, args: CallArguments, session: Session): ModelObject {
  const reference = args.at(1);
  const formula = isRange(reference)
    ? `=${absoluteReferenceOf(reference.target as SheetArea)}`
    : formulaOf(args.json(1));
  const name = session.book.addName(args.text(0), formula, scope);
  name.comment = args.optionalText(2) ?? '';
  return namedItem(name);
}

function formulaOf(value: Json): string {
  if (typeof value === 'number' || typeof value === 'boolean') {
    return `=${String(value).toUpperCase()}`;
  }
  const text = asText(value);
  return text.startsWith('=') ? text : `=${text}`;
}

function sheetOf(name: DefinedName, { book }: Session): Sheet | null {
  return name.scope === null ? null : book.sheetById(name.scope);
}

function areaOf(name: DefinedName, session: Session): SheetArea | null {
  const home = sheetOf(name, session) ?? session.book.activeSheet;
  return areaAt(name.formula, session.book, home);
}

function evaluated(name: DefinedName, session: Session): CellValue | CellValue[][] {
  const home = sheetOf(name, session) ?? session.book.activeSheet;
  return session.book.evaluate(name.formula, home, 0, 0);
}

function typeOf(name: DefinedName, session: Session): string {
  if (areaOf(name, session)) {
    return 'Range';
  }
  const value = evaluated(name, session);
  if (Array.isArray(value)) {
    return 'Array';
  }
  // A name that comes to nothing is a text, other than a cell.
  return value === null ? 'String' : valueTypeOf(value);
}

/** The address of a range, the value of anything else. */
function resolvedValueOf(name: DefinedName, session: Session): Json {
  const area = areaOf(name, session);
  if (area) {
    return absoluteReferenceOf(area);
  }
  const value = evaluated(name, session);
  return Array.isArray(value) ? name.formula : valueForAddin(value);
}
