import * as formulajs from '@formulajs/formulajs';
import { errorFromCode, errors } from '../../errorValue';
import type { CellValue } from '../../types';
import type { Scope } from '../scope';
import { Matrix, Reference, type Value } from '../value';
import { eager, type FunctionDefinition, matrixArgument, plainArgument } from './definition';

/**
 * Functions taken from formula.js as they are: finance, distributions, regression and trigonometry, where it answers as
 * Excel does. Everything that must see ranges, laziness or dates is our own.
 */
const borrowedNames = [
  ...['ACOS', 'ACOSH', 'ASIN', 'ASINH', 'ATAN', 'ATAN2', 'ATANH', 'COS', 'COSH', 'COT', 'CSC', 'DEGREES'],
  ...[
    'RADIANS',
    'SEC',
    'SIN',
    'SINH',
    'TAN',
    'TANH',
    'COMBIN',
    'COMBINA',
    'FACT',
    'FACTDOUBLE',
    'GCD',
    'LCM',
  ],
  ...['MULTINOMIAL', 'PERMUT', 'ROMAN', 'ARABIC', 'BASE', 'DECIMAL', 'BITAND', 'BITOR', 'BITXOR', 'SQRTPI'],
  ...['PMT', 'PV', 'FV', 'NPER', 'RATE', 'NPV', 'IRR', 'MIRR', 'XIRR', 'XNPV', 'IPMT', 'PPMT', 'CUMIPMT'],
  ...['CUMPRINC', 'EFFECT', 'NOMINAL', 'SLN', 'SYD', 'DB', 'DDB', 'RRI', 'PDURATION', 'FVSCHEDULE'],
  ...['CORREL', 'PEARSON', 'COVARIANCE.P', 'COVARIANCE.S', 'SLOPE', 'INTERCEPT', 'RSQ', 'FORECAST', 'STEYX'],
  ...[
    'TREND',
    'GROWTH',
    'LINEST',
    'GEOMEAN',
    'HARMEAN',
    'TRIMMEAN',
    'AVEDEV',
    'DEVSQ',
    'SKEW',
    'KURT',
    'MODE',
  ],
  ...['NORM.DIST', 'NORM.INV', 'NORM.S.DIST', 'NORM.S.INV', 'NORMDIST', 'NORMINV', 'NORMSDIST', 'NORMSINV'],
  ...['LOGNORM.DIST', 'LOGNORM.INV', 'T.DIST', 'T.INV', 'F.DIST', 'F.INV', 'CHISQ.DIST', 'CHISQ.INV'],
  ...['BINOM.DIST', 'POISSON.DIST', 'EXPON.DIST', 'WEIBULL.DIST', 'GAMMA.DIST', 'GAMMA.INV', 'BETA.DIST'],
  ...['BETA.INV', 'GAMMALN', 'ERF', 'ERFC', 'STANDARDIZE', 'FISHER', 'FISHERINV', 'CONFIDENCE.NORM', 'PHI'],
  ...['PERCENTILE.EXC', 'QUARTILE.EXC', 'PERCENTRANK', 'PERCENTRANK.INC', 'PERCENTRANK.EXC', 'RANK.AVG'],
  ...['AVERAGEA', 'MAXA', 'MINA', 'STDEVA', 'VARA', 'SUMX2MY2', 'SUMX2PY2', 'SUMXMY2', 'SERIESSUM', 'PROB'],
];

type Borrowed = (...args: unknown[]) => unknown;

export const borrowedFunctions: readonly FunctionDefinition[] = borrowedNames.flatMap(name => {
  const implementation = find(name);
  return implementation ? [borrow(name, implementation)] : [];
});

function find(name: string): Borrowed | null {
  let found: unknown = formulajs;
  for (const part of name.split('.')) {
    const isHolder = (typeof found === 'object' && found !== null) || typeof found === 'function';
    found = isHolder ? (found as Record<string, unknown>)[part] : undefined;
  }
  return typeof found === 'function' ? (found as Borrowed) : null;
}

function borrow(name: string, implementation: Borrowed): FunctionDefinition {
  return eager(name, 0, 255, (args, scope) => {
    const given = args.map(arg => lent(arg, scope));
    const error = given.find(each => isErrorCode(each));
    return error ? error.code : returned(implementation(...given.map(each => each.value)));
  });
}

interface Lent {
  readonly value: unknown;
  readonly code?: CellValue;
}

const isErrorCode = (lent: Lent): lent is { value: unknown; code: CellValue } => lent.code !== undefined;

function lent(arg: Value, scope: Scope): Lent {
  const read = plainArgument(arg, scope);
  const isRange = arg instanceof Reference || read instanceof Matrix;
  if (!isRange) {
    if (typeof read === 'object' && read !== null) return { value: null, code: read };
    return { value: read };
  }
  const matrix = matrixArgument(read ?? null, scope);
  const error = matrix.kept.find(cell => typeof cell === 'object' && cell !== null);
  if (error) return { value: null, code: error };
  // formula.js sorts and cuts what it is given: it gets rows of its own.
  return { value: matrix.size === 1 ? matrix.get(0, 0) : matrix.rows.map(row => [...row]) };
}

function returned(result: unknown): Value {
  if (result instanceof Error) return errorFromCode(result.message) ?? errors.value;
  if (Array.isArray(result)) {
    const rows = result.map(row => (Array.isArray(row) ? row : [row]));
    return Matrix.fromRows(rows.map(row => row.map(cell => singleResult(cell))));
  }
  return singleResult(result);
}

function singleResult(result: unknown): CellValue {
  if (typeof result === 'number') return Number.isFinite(result) ? result : errors.number;
  if (typeof result === 'string' || typeof result === 'boolean') return result;
  return result instanceof Error ? (errorFromCode(result.message) ?? errors.value) : errors.value;
}
