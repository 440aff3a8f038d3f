import { expect, test } from '@jest/globals';
import { functionNamed, functionNames } from '../../../../src/workbench/book/formula/functions/catalogue';
import { builtInFunctions } from '../../../../src/workbench/page/formula/builtInFunctions';
import { suggestionsAt } from '../../../../src/workbench/page/formula/formulaText';
import { callOf } from '../../../../src/workbench/page/formula/functionList';

test('every function that is calculated is offered, by name', () => {
  expect(builtInFunctions().map(({ name }) => name)).toEqual([...functionNames()].sort());
});

test.each(builtInFunctions().filter(({ parameters }) => parameters[0]?.name !== '…'))(
  '$name is called with as many arguments as it takes',
  ({ name, parameters }) => {
    const { minimum, maximum } = functionNamed(name)!;
    const named = parameters.filter(parameter => parameter.name !== '…');
    const isOpen = named.length < parameters.length;
    expect(named.filter(({ isOptional }) => !isOptional).length).toBeGreaterThanOrEqual(minimum);
    if (isOpen) expect(maximum).toBeGreaterThan(named.length);
    else expect(named.length).toBeLessThanOrEqual(maximum);
  },
);

test('is written as Microsoft writes it', () => {
  const calls = new Map(builtInFunctions().map(each => [each.name, callOf(each)]));
  expect(calls.get('SUMIFS')).toBe('SUMIFS(sum_range, criteria_range1, criteria1, …)');
  expect(calls.get('XLOOKUP')).toContain('XLOOKUP(lookup_value, lookup_array, return_array, [if_not_found]');
  expect(calls.get('TODAY')).toBe('TODAY()');
  expect(calls.get('BETA.DIST')).toBe('BETA.DIST(…)');
});

test('is found by the beginning of its name only', () => {
  const names = (text: string) =>
    suggestionsAt(text, text.length, builtInFunctions())?.matches.map(({ name }) => name) ?? null;
  expect(names('=sumi')).toEqual(['SUMIF', 'SUMIFS']);
  expect(names('=dist')).toBeNull();
  expect(names('=SUM(A1')).toBeNull();
});
