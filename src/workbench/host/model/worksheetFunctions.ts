import type { CellValue } from '../../book/types';
import { ApiError } from '../batch/apiError';
import type { Argument, CallArguments } from '../batch/callArguments';
import { ModelObject, type ObjectClass } from '../batch/modelObject';
import type { Session } from '../session';
import { absoluteReferenceOf, type SheetArea } from '../sheetArea';
import { valueForAddin } from './cells';
import { isRange } from './range';

/** Open `workbook.functions`: Excel's own functions, calculated by the book. */
export function worksheetFunctions(): ModelObject {
  return ModelObject.of(functionsClass, null);
}

const functionsClass: ObjectClass<null> = {
  name: 'Functions',
  anyMethod: (_, name, args, session) => ModelObject.of(functionResultClass, evaluate(name, args, session)),
};

const functionResultClass: ObjectClass<CellValue> = {
  name: 'FunctionResult',
  properties: {
    Value: { get: value => (isError(value) ? null : valueForAddin(value)) },
    Error: { get: value => (isError(value) ? value.error : null) },
  },
};

/** Office.js writes `BETA.DIST` as `Beta_Dist`. */
function evaluate(name: string, args: CallArguments, session: Session): CellValue {
  const functionName = name.toUpperCase().replaceAll('_', '.');
  const texts: string[] = [];
  for (let index = 0; index < args.count; index++) {
    texts.push(formulaTextOf(args.at(index)));
  }
  const result = session.book.evaluate(
    `=${functionName}(${texts.join(',')})`,
    session.book.activeSheet,
    0,
    0,
  );
  return Array.isArray(result) ? (result[0]?.[0] ?? null) : result;
}

function formulaTextOf(argument: Argument): string {
  if (isRange(argument)) {
    return absoluteReferenceOf(argument.target as SheetArea);
  }
  switch (typeof argument) {
    case 'number':
      return String(argument);
    case 'boolean':
      return argument ? 'TRUE' : 'FALSE';
    case 'string':
      return `"${argument.replaceAll('"', '""')}"`;
    default:
      return optionalArgument(argument);
  }
}

function optionalArgument(argument: Argument): string {
  if (argument === null) {
    return '';
  }
  throw new ApiError('InvalidArgument');
}

function isError(value: CellValue): value is Extract<CellValue, { error: string }> {
  return typeof value === 'object' && value !== null;
}
