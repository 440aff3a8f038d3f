/** What may be entered into cells, as elements of a worksheet part (ECMA-376 18.3.1.32). */
import { formatAddress, parseAddress } from '../book/address';
import type { Book, DataValidation, Sheet } from '../book/types';
import { fromStored, toStored } from './storedFormula';
import {
  attribute,
  attributes,
  child,
  children,
  content,
  descend,
  encodeXml,
  flag,
  type XmlNode,
} from './xml';

const types: Readonly<Record<DataValidation['type'], string>> = {
  List: 'list',
  WholeNumber: 'whole',
  Decimal: 'decimal',
  Date: 'date',
  Time: 'time',
  TextLength: 'textLength',
  Custom: 'custom',
};

const operators: Readonly<Record<DataValidation['operator'], string>> = {
  Between: 'between',
  NotBetween: 'notBetween',
  EqualTo: 'equal',
  NotEqualTo: 'notEqual',
  GreaterThan: 'greaterThan',
  LessThan: 'lessThan',
  GreaterThanOrEqualTo: 'greaterThanOrEqual',
  LessThanOrEqualTo: 'lessThanOrEqual',
};

const styles = { Stop: 'stop', Warning: 'warning', Information: 'information' } as const;

const nameOf = <T extends string>(table: Readonly<Record<T, string>>, value: string, whenNone: T): T =>
  (Object.keys(table) as T[]).find(name => table[name] === value) ?? whenNone;

/** Put the rules of a sheet on it, those in the extension included, where Excel puts rules over other sheets. */
export function fillValidations(book: Book, sheet: Sheet, node: XmlNode): void {
  const extended = children(descend(node, 'extLst'), 'ext').flatMap(each =>
    children(child(each, 'dataValidations'), 'dataValidation'),
  );
  for (const each of [...children(child(node, 'dataValidations'), 'dataValidation'), ...extended]) {
    const references = attribute(each, 'sqref') ?? content(child(each, 'sqref'));
    const areas = references.split(/\s+/).flatMap(text => parseAddress(text)?.areas ?? []);
    const type = attribute(each, 'type') ?? 'none';
    // "Any value" is a rule only for the sake of its prompt, which the book cannot hold without one.
    if (areas.length > 0 && type !== 'none') book.setDataValidation(sheet, areas, readRule(each, type));
  }
}

function readRule(node: XmlNode, written: string): Omit<DataValidation, 'id' | 'areas'> {
  const type = nameOf(types, written, 'Custom');
  return {
    type,
    operator: nameOf(operators, attribute(node, 'operator') ?? 'between', 'Between'),
    formula1: readFormula(child(node, 'formula1'), type),
    formula2: readFormula(child(node, 'formula2'), type),
    // The file says the opposite: 1 hides the button.
    inCellDropDown: !flag(node, 'showDropDown'),
    ignoreBlanks: flag(node, 'allowBlank'),
    errorAlert: {
      showAlert: flag(node, 'showErrorMessage'),
      style: nameOf(styles, attribute(node, 'errorStyle') ?? 'stop', 'Stop'),
      title: attribute(node, 'errorTitle') ?? '',
      message: attribute(node, 'error') ?? '',
    },
    prompt: {
      showPrompt: flag(node, 'showInputMessage'),
      title: attribute(node, 'promptTitle') ?? '',
      message: attribute(node, 'prompt') ?? '',
    },
  };
}

/** Constants stand as they are, entries of a list between quotes, everything else is a formula. */
function readFormula(node: XmlNode | undefined, type: DataValidation['type']): string {
  const said = (content(node) || content(child(node, 'f'))).trim();
  if (said === '' || (type !== 'Custom' && Number.isFinite(Number(said)))) return said;
  const entries = type === 'List' ? /^"([\s\S]*)"$/.exec(said)?.[1] : undefined;
  return entries === undefined ? `=${fromStored(said)}` : entries.replaceAll('""', '"');
}

export function validationsElement(validations: readonly DataValidation[]): string {
  if (validations.length === 0) return '';
  return `<dataValidations count="${validations.length}">${validations.map(ruleElement).join('')}</dataValidations>`;
}

function ruleElement(rule: DataValidation): string {
  const { errorAlert, prompt } = rule;
  const hasOperator = rule.type !== 'List' && rule.type !== 'Custom' && rule.operator !== 'Between';
  const said = attributes({
    type: types[rule.type],
    errorStyle: errorAlert.style === 'Stop' ? undefined : styles[errorAlert.style],
    operator: hasOperator ? operators[rule.operator] : undefined,
    allowBlank: rule.ignoreBlanks,
    showDropDown: !rule.inCellDropDown,
    showInputMessage: prompt.showPrompt,
    showErrorMessage: errorAlert.showAlert,
    errorTitle: errorAlert.title || undefined,
    error: errorAlert.message || undefined,
    promptTitle: prompt.title || undefined,
    prompt: prompt.message || undefined,
    sqref: rule.areas.map(area => formatAddress(area)).join(' '),
  });
  return `<dataValidation${said}>${formulaElement('formula1', rule.formula1, rule.type)}${formulaElement('formula2', rule.formula2, rule.type)}</dataValidation>`;
}

function formulaElement(name: string, formula: string, type: DataValidation['type']): string {
  if (formula === '') return '';
  const stored = formula.startsWith('=')
    ? toStored(formula.slice(1))
    : type === 'List'
      ? `"${formula.replaceAll('"', '""')}"`
      : formula;
  return `<${name}>${encodeXml(stored)}</${name}>`;
}
