/** Excel's own functions, offered while a formula is typed: how they are called, as Microsoft Support writes it in every language. */
import { functionNames } from '../../book/formula/functions/catalogue';
import type { FunctionDescription, FunctionParameter } from './functionList';

/** One a line: its name, then its arguments, optional ones in brackets. What is not listed is called with dots. */
const signatures = `
ABS number
ADDRESS row_num, column_num, [abs_num], [a1], [sheet_text]
AND logical1, [logical2], …
AVERAGE number1, [number2], …
AVERAGEIF range, criteria, [average_range]
AVERAGEIFS average_range, criteria_range1, criteria1, …
BYCOL array, function
BYROW array, function
CEILING number, significance
CHAR number
CHOOSE index_num, value1, [value2], …
CHOOSECOLS array, col_num1, [col_num2], …
CHOOSEROWS array, row_num1, [row_num2], …
CLEAN text
CODE text
COLUMN [reference]
COLUMNS array
CONCAT text1, [text2], …
CONCATENATE text1, [text2], …
CORREL array1, array2
COUNT value1, [value2], …
COUNTA value1, [value2], …
COUNTBLANK range
COUNTIF range, criteria
COUNTIFS criteria_range1, criteria1, …
DATE year, month, day
DATEDIF start_date, end_date, unit
DATEVALUE date_text
DAY serial_number
DAYS end_date, start_date
DAYS360 start_date, end_date, [method]
DROP array, rows, [columns]
EDATE start_date, months
EOMONTH start_date, months
EXACT text1, text2
EXP number
FILTER array, include, [if_empty]
FIND find_text, within_text, [start_num]
FIXED number, [decimals], [no_commas]
FLOOR number, significance
FORMULATEXT reference
FREQUENCY data_array, bins_array
FV rate, nper, pmt, [pv], [type]
HLOOKUP lookup_value, table_array, row_index_num, [range_lookup]
HOUR serial_number
HSTACK array1, [array2], …
HYPERLINK link_location, [friendly_name]
IF logical_test, value_if_true, [value_if_false]
IFERROR value, value_if_error
IFNA value, value_if_na
IFS logical_test1, value_if_true1, …
INDEX array, row_num, [column_num]
INDIRECT ref_text, [a1]
INT number
IPMT rate, per, nper, pv, [fv], [type]
IRR values, [guess]
ISBLANK value
ISERR value
ISERROR value
ISFORMULA reference
ISLOGICAL value
ISNA value
ISNONTEXT value
ISNUMBER value
ISOWEEKNUM date
ISTEXT value
LARGE array, k
LEFT text, [num_chars]
LEN text
LN number
LOG number, [base]
LOG10 number
LOOKUP lookup_value, lookup_vector, [result_vector]
LOWER text
MAP array1, lambda_or_array2, …
MATCH lookup_value, lookup_array, [match_type]
MAX number1, [number2], …
MAXIFS max_range, criteria_range1, criteria1, …
MEDIAN number1, [number2], …
MID text, start_num, num_chars
MIN number1, [number2], …
MINIFS min_range, criteria_range1, criteria1, …
MINUTE serial_number
MOD number, divisor
MONTH serial_number
MROUND number, multiple
NA
NETWORKDAYS start_date, end_date, [holidays]
NOT logical
NOW
NPER rate, pmt, pv, [fv], [type]
NPV rate, value1, [value2], …
NUMBERVALUE text, [decimal_separator], [group_separator]
OFFSET reference, rows, cols, [height], [width]
OR logical1, [logical2], …
PERCENTILE array, k
PERCENTILE.EXC array, k
PERCENTILE.INC array, k
PI
PMT rate, nper, pv, [fv], [type]
POWER number, power
PPMT rate, per, nper, pv, [fv], [type]
PRODUCT number1, [number2], …
PROPER text
PV rate, nper, pmt, [fv], [type]
QUARTILE array, quart
QUARTILE.EXC array, quart
QUARTILE.INC array, quart
QUOTIENT numerator, denominator
RAND
RANDBETWEEN bottom, top
RANK number, ref, [order]
RANK.AVG number, ref, [order]
RANK.EQ number, ref, [order]
RATE nper, pmt, pv, [fv], [type], [guess]
REDUCE initial_value, array, function
REPLACE old_text, start_num, num_chars, new_text
REPT text, number_times
RIGHT text, [num_chars]
ROUND number, num_digits
ROUNDDOWN number, num_digits
ROUNDUP number, num_digits
ROW [reference]
ROWS array
SEARCH find_text, within_text, [start_num]
SECOND serial_number
SEQUENCE rows, [columns], [start], [step]
SIGN number
SMALL array, k
SORT array, [sort_index], [sort_order], [by_col]
SORTBY array, by_array1, [sort_order1], …
SQRT number
STDEV number1, [number2], …
STDEV.P number1, [number2], …
STDEV.S number1, [number2], …
SUBSTITUTE text, old_text, new_text, [instance_num]
SUBTOTAL function_num, ref1, [ref2], …
SUM number1, [number2], …
SUMIF range, criteria, [sum_range]
SUMIFS sum_range, criteria_range1, criteria1, …
SUMPRODUCT array1, [array2], …
SWITCH expression, value1, result1, …
TAKE array, rows, [columns]
TEXT value, format_text
TEXTAFTER text, delimiter, [instance_num]
TEXTBEFORE text, delimiter, [instance_num]
TEXTJOIN delimiter, ignore_empty, text1, [text2], …
TEXTSPLIT text, col_delimiter, [row_delimiter]
TIME hour, minute, second
TODAY
TRANSPOSE array
TRIM text
TRUNC number, [num_digits]
TYPE value
UNIQUE array, [by_col], [exactly_once]
UPPER text
VALUE text
VLOOKUP lookup_value, table_array, col_index_num, [range_lookup]
VSTACK array1, [array2], …
WEEKDAY serial_number, [return_type]
WEEKNUM serial_number, [return_type]
WORKDAY start_date, days, [holidays]
XIRR values, dates, [guess]
XLOOKUP lookup_value, lookup_array, return_array, [if_not_found], [match_mode], [search_mode]
XMATCH lookup_value, lookup_array, [match_mode], [search_mode]
XNPV rate, values, dates
XOR logical1, [logical2], …
YEAR serial_number
YEARFRAC start_date, end_date, [basis]
`;

const more = '…';

/** What stands for the arguments of a function that is called in some other way. */
const unlisted: readonly FunctionParameter[] = [parameterOf(more)];

let descriptions: readonly FunctionDescription[] | null = null;

/** Describe the functions that the book calculates, by name; made on first use. */
export function builtInFunctions(): readonly FunctionDescription[] {
  descriptions ??= describe();
  return descriptions;
}

function describe(): readonly FunctionDescription[] {
  const known = new Map(
    signatures
      .trim()
      .split('\n')
      .map(line => {
        const [name, ...rest] = line.split(' ');
        const said = rest.join(' ');
        return [name, said === '' ? [] : said.split(', ').map(parameterOf)] as const;
      }),
  );
  return [...functionNames()].sort().map(name => ({
    name,
    shortName: name,
    description: '',
    parameters: known.get(name) ?? unlisted,
    helpPage: '',
  }));
}

function parameterOf(said: string): FunctionParameter {
  const isOptional = said.startsWith('[');
  return { name: isOptional ? said.slice(1, -1) : said, description: '', isOptional };
}
