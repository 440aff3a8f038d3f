/** Formulas as a workbook file stores them: newer functions, add-in functions and `LET` names carry prefixes there. */
import { callArguments, rewriteOutsideQuotes } from './formulaText';

/** Functions of Excel 2010 and later, which files store as `_xlfn.NAME` ([MS-XLSX] 2.2.2, future functions). */
const futureFunctions = new Set(
  `ACOT ACOTH AGGREGATE ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT
  BITOR BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT
  CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC
  CSCH DAYS DECIMAL DROP ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FIELDVALUE
  FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.ETS FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT
  FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS GROUPBY HSTACK HYPGEOM.DIST IFNA IFS
  IMAGE IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN ISFORMULA ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST
  LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST
  NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTOF PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA
  PHI PIVOTBY POISSON.DIST QUARTILE.EXC QUARTILE.INC QUERYSTRING RANDARRAY RANK.AVG RANK.EQ REDUCE REGEXEXTRACT
  REGEXREPLACE REGEXTEST RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SKEW.P SORTBY STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T
  T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW TRIMRANGE UNICHAR UNICODE
  UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WEBSERVICE WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST`.split(
    /\s+/,
  ),
);

/** The two that carry a second prefix. */
const worksheetFunctions = new Set(['FILTER', 'SORT']);

/** Functions whose answer can be an array even where it happens to be one cell: files mark such formulas as dynamic. */
const arrayFunctions =
  /(?<![\w.])(?:TIERCEL\.\w+|BYCOL|BYROW|CHOOSECOLS|CHOOSEROWS|DROP|EXPAND|FILTER|GROUPBY|HSTACK|LAMBDA|LET|MAKEARRAY|MAP|PIVOTBY|RANDARRAY|SCAN|SEQUENCE|SORT|SORTBY|TAKE|TEXTSPLIT|TOCOL|TOROW|UNIQUE|VSTACK|WRAPCOLS|WRAPROWS)\(/i;

/** A range or a table's column beside an operator, or given to a function of single values: calculated cell by cell. */
const areaText = String.raw`(?:\$?[A-Z]{1,3}\$?\d+:\$?[A-Z]{1,3}\$?\d+|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|[\p{L}_][\p{L}\w.]*\[(?!@|\[?#)[^\]]*\])`;
const sheetText = String.raw`(?:'(?:[^']|'')*'!|[\p{L}_][\p{L}\w.]*!)?`;
const cellByCell = new RegExp(
  `${areaText}\\s*[-+*/^&=<>]|[-+*/^&=<>]\\s*${sheetText}${areaText}|(?<![\\w.])(?:ABS|DATEVALUE|DAY|EXACT|EXP|IF|IFERROR|IFNA|INT|ISBLANK|ISERROR|ISNUMBER|ISTEXT|LEFT|LEN|LN|LOWER|MID|MOD|MONTH|NOT|RIGHT|ROUND|SQRT|TEXT|TRIM|UPPER|VALUE|YEAR)\\(\\s*${sheetText}${areaText}`,
  'iu',
);

/** True for a formula that files must mark as an array, so that Excel does not narrow it to one cell of its row. */
export function mayAnswerArray(formula: string): boolean {
  const withoutTexts = formula.replace(/"(?:[^"]|"")*"/g, '""').replace(/'(?:[^']|'')*'/g, "'sheet'");
  return (
    arrayFunctions.test(withoutTexts) ||
    /[A-Za-z\d]#(?!\w)/.test(withoutTexts) ||
    cellByCell.test(withoutTexts)
  );
}

/**
 * Turn a formula as typed (without its `=`) into the text a file stores.
 *
 * @example toStored('TIERCEL.AGING(A1#,IFNA(B1,0))') //=> '_xldudf_TIERCEL_AGING(_xlfn.ANCHORARRAY(A1),_xlfn.IFNA(B1,0))'
 */
export function toStored(formula: string, tableName: string | null = null): string {
  const withNames = prefixParameters(formula);
  const withSpills = storeSpills(storeThisRow(withNames, tableName));
  return rewriteOutsideQuotes(withSpills, part =>
    part
      .replace(
        /(?<![\w.])TIERCEL\.(\w+)(?=\s*\()/gi,
        (_whole, name) => `_xldudf_TIERCEL_${name.toUpperCase()}`,
      )
      .replace(/(?<![\w.])([A-Za-z][\w.]*)(?=\()/g, whole => {
        const name = whole.toUpperCase();
        if (worksheetFunctions.has(name)) return `_xlfn._xlws.${name}`;
        return futureFunctions.has(name) ? `_xlfn.${name}` : whole;
      }),
  );
}

/**
 * Turn the text a file stores into the formula as typed, without `=`.
 *
 * @example fromStored('_xlfn._xlws.SORT(_xlfn.ANCHORARRAY(A1))') //=> 'SORT(A1#)'
 */
export function fromStored(stored: string): string {
  if (!/_xl|#This Row/i.test(stored)) return stored;
  const withSpills = stored.replace(
    /_xlfn\.ANCHORARRAY\(((?:'(?:[^']|'')*'!|[^()'",]*!)?\$?[A-Z]{1,3}\$?\d+)\)/gi,
    '$1#',
  );
  const withoutPrefixes = rewriteOutsideQuotes(withSpills, part =>
    part
      .replace(/_xlfn\.SINGLE\(/gi, 'SINGLE(')
      .replace(/_xlfn\.(?:_xlws\.)?|_xlws\.|_xlpm\.|_xlop\./gi, '')
      .replace(/_xldudf_([A-Z0-9]+)_/gi, (_whole, space) => `${space.toUpperCase()}.`),
  );
  return withoutPrefixes.replace(/\[\[#This Row\],\s*\[((?:'.|[^\]'])*)\]\]/gi, (_whole, column) =>
    /^[\p{L}\w]+$/u.test(column) ? `[@${column}]` : `[@[${column}]]`,
  );
}

/** Files know no `[@Column]`: it is `Table[[#This Row],[Column]]` there. */
function storeThisRow(formula: string, tableName: string | null): string {
  return formula.replace(
    /("(?:[^"]|"")*")|([\p{L}_\\][\p{L}\w.]*)?\[@(?:\[((?:'.|[^\]'])*)\]|([^[\]]*))\]/gu,
    (whole, text, table, bracketed, plain) => {
      if (text !== undefined) return text;
      const owner = table ?? tableName;
      const column = bracketed ?? plain;
      if (!owner) return whole;
      return column === '' ? `${owner}[#This Row]` : `${owner}[[#This Row],[${column}]]`;
    },
  );
}

/** `A1#` is a function of the cell in files; a sheet's quoted name belongs to the cell. */
function storeSpills(formula: string): string {
  return formula.replace(
    /("(?:[^"]|"")*")|(?<![\p{L}\w.$'!])((?:'(?:[^']|'')*'!|[\p{L}_][\p{L}\w.]*!)?\$?[A-Za-z]{1,3}\$?\d{1,7})#(?![\w/])/gu,
    (_whole, text, cell) => text ?? `_xlfn.ANCHORARRAY(${cell})`,
  );
}

/** The names that `LET` and `LAMBDA` introduce are stored as `_xlpm.name`. */
function prefixParameters(formula: string): string {
  const names = new Set<string>();
  for (const call of formula.matchAll(/(?<![\w.])(LET|LAMBDA)\(/gi)) {
    const found = callArguments(formula, call.index + call[0].length - 1);
    if (!found) continue;
    const isLet = call[1].toUpperCase() === 'LET';
    found.slice(0, -1).forEach((argument, index) => {
      const name = argument.text.trim().replace(/^\[(.*)\]$/, '$1');
      if ((!isLet || index % 2 === 0) && /^[\p{L}_][\p{L}\w.]*$/u.test(name)) names.add(name.toLowerCase());
    });
  }
  if (names.size === 0) return formula;
  return rewriteOutsideQuotes(formula, part =>
    part.replace(/(?<![\p{L}\w.$!])[\p{L}_][\p{L}\w.]*(?![\p{L}\w.!])/gu, word =>
      names.has(word.toLowerCase()) ? `_xlpm.${word}` : word,
    ),
  );
}
