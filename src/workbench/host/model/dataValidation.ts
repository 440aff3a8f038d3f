import { intersects } from '../../book/address';
import type { Area, DataValidation, Sheet } from '../../book/types';
import { ApiError } from '../batch/apiError';
import { ModelObject, type ObjectClass } from '../batch/modelObject';
import { required } from '../batch/required';
import type { Session } from '../session';
import { contains, type SheetArea } from '../sheetArea';
import { isJsonObject, type Json, type JsonObject } from '../wire/json';
import { cellLimit } from './cells';
import { asFlag, asOneOf, asText, type FormattedAreas } from './commonStyle';
import { assertListSource, assertRuleFormula, assertRuleTexts } from './limits';
import { rangeAreas } from './rangeAreas';

/** Open `dataValidation` of a range. */
export function dataValidation({ sheet, area }: SheetArea): ModelObject {
  return ModelObject.of(dataValidationClass, { sheet, areas: [area] });
}

type Rule = Omit<DataValidation, 'id' | 'areas'>;

/** Keys of a rule as Office.js has them, with their types. */
const types: Readonly<Record<string, DataValidation['type']>> = {
  list: 'List',
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  date: 'Date',
  time: 'Time',
  textLength: 'TextLength',
  custom: 'Custom',
};

const operators = [
  'Between',
  'NotBetween',
  'EqualTo',
  'NotEqualTo',
  'GreaterThan',
  'LessThan',
  'GreaterThanOrEqualTo',
  'LessThanOrEqualTo',
] as const;

const dataValidationClass: ObjectClass<FormattedAreas> = {
  name: 'DataValidation',
  properties: {
    Type: { get: target => typeOf(target) },
    Rule: { get: target => ruleForAddin(commonRule(target)), set: setRule },
    ErrorAlert: {
      get: target => ({ ...(commonRule(target)?.errorAlert ?? noRule.errorAlert) }),
      set: (target, value, session) => change(target, session, { errorAlert: readErrorAlert(value) }),
    },
    Prompt: {
      get: target => ({ ...(commonRule(target)?.prompt ?? noRule.prompt) }),
      set: (target, value, session) => change(target, session, { prompt: readPrompt(value) }),
    },
    IgnoreBlanks: {
      get: target => commonRule(target)?.ignoreBlanks ?? true,
      set: (target, value, session) => change(target, session, { ignoreBlanks: asFlag(value) }),
    },
    Valid: {
      get: (target, session) => {
        const invalid = invalidCells(target, session);
        const cells = target.areas.reduce((sum, area) => sum + area.rowCount * area.columnCount, 0);
        return invalid.length === 0 ? true : invalid.length === cells ? false : null;
      },
    },
  },
  methods: {
    Clear: ({ sheet, areas }, _args, session) => session.book.setDataValidation(sheet, areas, null),
    GetInvalidCells: (target, _args, session) => required(invalidAreas(target, session)),
    GetInvalidCellsOrNullObject: (target, _args, session) => invalidAreas(target, session),
  },
};

const noRule: Rule = {
  type: 'Custom',
  operator: 'Between',
  formula1: '',
  formula2: '',
  inCellDropDown: true,
  ignoreBlanks: true,
  errorAlert: { showAlert: true, style: 'Stop', title: '', message: '' },
  prompt: { showPrompt: true, title: '', message: '' },
};

/** The rule that stands on all of the cells: null where some have none or another. */
function commonRule({ sheet, areas }: FormattedAreas): DataValidation | null {
  const touching = sheet.dataValidations.filter(each => covers(each, areas));
  return touching.length === 1 ? (touching[0] ?? null) : null;
}

/** Every cell of the areas lies in one of the rule's. */
const covers = (rule: DataValidation, areas: readonly Area[]): boolean =>
  areas.every(area => rule.areas.some(own => contains(own, area)));

function typeOf(target: FormattedAreas): string {
  const { sheet, areas } = target;
  const rule = commonRule(target);
  if (rule) return rule.type;
  const isTouched = sheet.dataValidations.some(each =>
    each.areas.some(own => areas.some(area => intersects(own, area))),
  );
  return isTouched ? 'Inconsistent' : 'None';
}

function ruleForAddin(rule: DataValidation | null): JsonObject {
  if (!rule) return {};
  const key = Object.keys(types).find(each => types[each] === rule.type) ?? '';
  if (rule.type === 'List') {
    return { [key]: { inCellDropDown: rule.inCellDropDown, source: rule.formula1 } };
  }
  if (rule.type === 'Custom') {
    return { [key]: { formula: rule.formula1 } };
  }
  const { operator, formula1, formula2 } = rule;
  return {
    [key]: { formula1: shown(formula1), ...(formula2 === '' ? {} : { formula2: shown(formula2) }), operator },
  };
}

const shown = (formula: string): Json => (formula.startsWith('=') ? formula : Number(formula));

/** A new rule keeps what was said about alert and prompt. */
function setRule(target: FormattedAreas, value: Json, session: Session): void {
  if (!isJsonObject(value)) {
    throw new ApiError('InvalidArgument');
  }
  const [key, ...more] = Object.keys(value).filter(each => value[each] !== null && value[each] !== undefined);
  const type = types[key ?? ''];
  const said = value[key ?? ''] ?? null;
  if (!type || more.length > 0 || !isJsonObject(said)) {
    throw new ApiError('InvalidArgument');
  }
  const kept = commonRule(target) ?? pendingOf(target) ?? noRule;
  const { errorAlert, prompt, ignoreBlanks } = kept;
  session.book.setDataValidation(target.sheet, target.areas, {
    ...noRule,
    errorAlert,
    prompt,
    ignoreBlanks,
    ...readRule(type, said),
  });
  pending.get(target.sheet)?.delete(keyOf(target));
}

function readRule(type: DataValidation['type'], said: JsonObject): Partial<Rule> {
  if (type === 'List') {
    const source = asText(said.source ?? null);
    assertListSource(source);
    return {
      type,
      formula1: source,
      inCellDropDown: asFlag(said.inCellDropDown ?? true),
    };
  }
  if (type === 'Custom') {
    const formula = asText(said.formula ?? null);
    assertRuleFormula(formula);
    return { type, formula1: formula };
  }
  const operator = asOneOf(operators, said.operator ?? null);
  const needsTwo = operator === 'Between' || operator === 'NotBetween';
  return {
    type,
    operator,
    formula1: readLimit(said.formula1 ?? null, type),
    formula2: needsTwo ? readLimit(said.formula2 ?? null, type) : '',
  };
}

/** A number, a formula, or an ISO date as text. */
function readLimit(value: Json, type: DataValidation['type']): string {
  if (typeof value === 'number') return String(value);
  const text = asText(value);
  if (text.startsWith('=')) {
    assertRuleFormula(text);
    return text;
  }
  const serial =
    type === 'Date' ? Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / 86_400_000 + 25_569 : Number(text);
  if (text === '' || !Number.isFinite(serial)) {
    throw new ApiError('InvalidArgument');
  }
  return String(serial);
}

/** Alert and prompt may be said before the rule: they wait for it by the cells they were said of. */
const pending = new WeakMap<Sheet, Map<string, Rule>>();
const keyOf = ({ areas }: FormattedAreas): string => JSON.stringify(areas);
const pendingOf = (target: FormattedAreas): Rule | undefined => pending.get(target.sheet)?.get(keyOf(target));

function change(target: FormattedAreas, session: Session, patch: Partial<Rule>): void {
  const rule = commonRule(target);
  if (rule) {
    const { id: _id, areas: _areas, ...said } = rule;
    session.book.setDataValidation(target.sheet, target.areas, { ...said, ...patch });
    return;
  }
  const ofSheet = pending.get(target.sheet) ?? new Map<string, Rule>();
  pending.set(target.sheet, ofSheet);
  ofSheet.set(keyOf(target), { ...(pendingOf(target) ?? noRule), ...patch });
}

function readErrorAlert(value: Json): Rule['errorAlert'] {
  if (!isJsonObject(value)) throw new ApiError('InvalidArgument');
  return {
    showAlert: asFlag(value.showAlert ?? true),
    style: asOneOf(['Stop', 'Warning', 'Information'] as const, value.style ?? 'Stop'),
    ...readTexts(value),
  };
}

function readPrompt(value: Json): Rule['prompt'] {
  if (!isJsonObject(value)) throw new ApiError('InvalidArgument');
  return { showPrompt: asFlag(value.showPrompt ?? true), ...readTexts(value) };
}

function readTexts(value: JsonObject): { readonly title: string; readonly message: string } {
  const texts = { title: asText(value.title ?? ''), message: asText(value.message ?? '') };
  assertRuleTexts(texts);
  return texts;
}

function invalidCells({ sheet, areas }: FormattedAreas, { book }: Session): Area[] {
  const found: Area[] = [];
  let visited = 0;
  for (const area of areas) {
    for (let row = area.row; row < area.row + area.rowCount; row++) {
      for (let column = area.column; column < area.column + area.columnCount; column++) {
        if (++visited > cellLimit) throw new ApiError('RangeExceedsLimit');
        if (!book.isValid(sheet, row, column)) found.push({ row, column, rowCount: 1, columnCount: 1 });
      }
    }
  }
  return found;
}

function invalidAreas(target: FormattedAreas, session: Session): ModelObject | null {
  const areas = invalidCells(target, session);
  return areas.length > 0 ? rangeAreas({ sheet: target.sheet, areas }) : null;
}
