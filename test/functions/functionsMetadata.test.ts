import { beforeAll, describe, expect, test } from '@jest/globals';
import { type FunctionsMetadata, functionsMetadata } from '../../scripts/functionsMetadata';
import { functionIds } from '../../src/functions/functionIds';
import { customFunctions } from '../../src/functions/functions';

let english: FunctionsMetadata;
let chinese: FunctionsMetadata;

beforeAll(async () => {
  english = await functionsMetadata('en');
  chinese = await functionsMetadata('zh');
});

/** As product.md has them: released names and their order never change, new ones are only appended. */
const contract = {
  DSO: ['receivables', 'sales', '[days]', '[method]'],
  TURNOVER: ['sales', 'receivables', '[basis]'],
  AGING: ['due_dates', 'amounts', 'as_of', '[customers]', '[buckets]', '[headers]', '[scheme]'],
  AGINGBUCKET: ['due_dates', 'as_of', '[buckets]'],
  CONCENTRATION: ['amounts', '[customers]', '[measure]', '[n]'],
  RISKSCORE: ['values', 'headers', '[policy]', '[output]'],
  TIER: ['scores', '[tiers]'],
  CREDITLIMIT: ['tiers', 'monthly_sales', '[policy]'],
  DELAYRATE: ['due_dates', 'paid_dates', 'as_of', '[amounts]', '[grace]'],
  DBT: ['due_dates', 'paid_dates', 'amounts', 'as_of'],
  CEI: ['begin', 'sales', 'end', 'end_current', '[periods]'],
  CHURN: ['customers', 'dates', 'as_of', '[window]'],
  ALLOWANCE: ['amounts_by_bucket', 'rates'],
  ROLLRATES: ['balances'],
  ALTMANZ: [
    'working_capital',
    'retained_earnings',
    'ebit',
    'equity',
    'sales',
    'total_assets',
    'total_liabilities',
    '[model]',
  ],
  CUSTOMERMETRICS: [
    'customers',
    'invoice_dates',
    'due_dates',
    'amounts',
    'open_amounts',
    'paid_dates',
    'as_of',
    '[buckets]',
  ],
  ANOMALY: ['values', '[threshold]'],
  CUSTOMERCARD: [
    'customer',
    'customers',
    'invoice_dates',
    'due_dates',
    'amounts',
    'open_amounts',
    'paid_dates',
    'as_of',
    '[policy]',
  ],
  TIERING: [
    'data',
    'as_of',
    '[policy]',
    '[columns]',
    '[customer_list]',
    '[list_columns]',
    '[matches]',
    '[reviews]',
    '[snapshots]',
    '[output]',
  ],
};

describe('functions.json', () => {
  test('has the functions and arguments of the contract, in its order', () => {
    const declared = english.functions.map(({ id, parameters }) => [
      id,
      parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)),
    ]);
    expect(declared).toEqual(Object.entries(contract));
  });

  test('lets error cells reach the functions, which takes arguments of any type', () => {
    for (const metadata of [english, chinese]) {
      expect(metadata.allowErrorForDataTypeAny).toBe(true);
      const types = metadata.functions.flatMap(({ parameters }) => parameters.map(({ type }) => type));
      expect(new Set(types)).toEqual(new Set(['any']));
    }
  });

  test('has optional arguments last', () => {
    for (const { parameters } of english.functions) {
      const firstOptional = parameters.findIndex(({ optional }) => optional);
      const after = firstOptional < 0 ? [] : parameters.slice(firstOptional);
      expect(after.every(({ optional }) => optional)).toBe(true);
    }
  });

  test('names functions as Excel allows within a namespace, by their id', () => {
    for (const { id, name } of english.functions) {
      expect(id).toBe(name);
      expect(name).toMatch(/^[A-Z][A-Z0-9]{1,30}$/);
    }
  });

  test('asks nothing of Excel that would recalculate or trace: no function is volatile, streaming or reads addresses', () => {
    for (const declared of english.functions) expect(declared).not.toHaveProperty('options');
  });

  test('differs between languages in words only', () => {
    const bare = ({ functions }: FunctionsMetadata) =>
      functions.map(({ description, helpUrl, parameters, ...rest }) => ({
        ...rest,
        parameters: parameters.map(({ name, description: help, ...shape }) => shape),
      }));
    expect(bare(chinese)).toEqual(bare(english));
  });

  test('leads to the page of each function in the language of the reader', () => {
    const address = 'https://tiercel.example/docs/functions/';
    for (const { id, helpUrl } of english.functions) expect(helpUrl).toBe(`${address}${id}.html`);
    for (const { id, helpUrl } of chinese.functions) expect(helpUrl).toBe(`${address}${id}.zh-CN.html`);
  });

  test('gives the arguments of a function different names in each language', () => {
    for (const { id, parameters } of [...english.functions, ...chinese.functions]) {
      const names = parameters.map(({ name }) => name);
      expect([id, new Set(names).size]).toEqual([id, names.length]);
    }
  });

  test('keeps to the lengths that Excel shows whole: 253 letters a text, and a megabyte in all', () => {
    for (const metadata of [english, chinese]) {
      const texts = metadata.functions.flatMap(({ description, parameters }) => [
        description ?? '',
        parameters.map(({ name }) => name).join(', '),
        ...parameters.map(parameter => parameter.description ?? ''),
      ]);
      expect(Math.max(...texts.map(text => text.length))).toBeLessThanOrEqual(253);
      expect(JSON.stringify(metadata).length).toBeLessThan(1e6);
    }
  });

  test('describes every function and argument in both languages', () => {
    const words = ({ functions }: FunctionsMetadata) =>
      functions.flatMap(({ description, parameters }) => [
        description,
        ...parameters.map(parameter => parameter.description),
      ]);
    for (const text of words(english)) expect(text).toMatch(/^[A-Z"][^一-鿿]+\.$/);
    for (const text of words(chinese)) expect(text).toMatch(/[一-鿿].*。$/);
  });
});

test('every declared function has an implementation, and there are no others', () => {
  expect(functionIds).toEqual(english.functions.map(({ id }) => id));
  expect(Object.keys(customFunctions)).toEqual(functionIds);
  for (const { id, parameters } of english.functions) {
    expect(customFunctions[id as keyof typeof customFunctions]).toHaveLength(parameters.length);
  }
});
