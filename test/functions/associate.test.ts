import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { associateFunctions } from '../../src/functions/associate';
import { functionIds } from '../../src/functions/functionIds';
import { customFunctions, setDateSystem } from '../../src/functions/functions';
import { setLanguage } from '../../src/i18n/language';
import type { DateSystem } from '../../src/risk/ledger/ledger';
import { associated, shown } from './runtime';

beforeEach(() => associated.clear());
afterEach(() => setDateSystem(1900));

const counted = Promise.resolve<DateSystem>(1900);
const turn = () => new Promise(resolve => setTimeout(resolve, 0));
const salesOutstanding = () => associated.get('DSO')!([[8000]], [[16000]], 30, null);

test('every function can be called as soon as the page is loaded, before its code is there', () => {
  associateFunctions(counted, () => new Promise(() => {}));
  expect([...associated.keys()]).toEqual(functionIds);
});

test('the first formulas wait for the code, later ones are answered at once', async () => {
  let arrive = () => {};
  const fetched: unknown[] = [];
  associateFunctions(counted, () => {
    fetched.push(null);
    return new Promise(resolve => {
      arrive = () => resolve({ customFunctions, setDateSystem });
    });
  });
  const waiting = [salesOutstanding(), salesOutstanding()];
  arrive();
  expect(await Promise.all(waiting)).toEqual([15, 15]);
  expect(salesOutstanding()).toBe(15);
  expect(fetched).toHaveLength(1);
});

test("a formula that had to wait shows its error as Excel's, and later ones throw it", async () => {
  associateFunctions(counted, async () => ({ customFunctions, setDateSystem }));
  const divide = () => associated.get('DSO')!([[1]], [[0]], null, null);
  await expect(divide()).rejects.toMatchObject({ code: '#DIV/0!' });
  expect(shown(divide)).toMatch(/^#DIV\/0!/);
});

test('code that does not come is told in words and fetched again by the next formula', async () => {
  let isOnline = false;
  associateFunctions(counted, async () => {
    if (!isOnline) throw new Error('ChunkLoadError');
    return { customFunctions, setDateSystem };
  });
  await expect(salesOutstanding()).rejects.toMatchObject({ code: '#N/A', message: /did not load.*F9/ });
  setLanguage('zh');
  await turn();
  await expect(salesOutstanding()).rejects.toMatchObject({ message: /未能加载/ });
  isOnline = true;
  await turn();
  expect(await salesOutstanding()).toBe(15);
});

test('the code itself is fetched where nothing else is said', async () => {
  associateFunctions();
  expect(await salesOutstanding()).toBe(15);
});

/** What `AGING` says of an item that is due the day before, as text. */
const aged = (asOf: number) =>
  associated.get('AGING')!([['2024-06-29']], [[100]], asOf, ...Array(4).fill(null));

test('text dates are read as the workbook counts its days, which the first formulas wait for', async () => {
  let tell = (_: DateSystem) => {};
  associateFunctions(new Promise(resolve => (tell = resolve)), async () => ({
    customFunctions,
    setDateSystem,
  }));
  const waiting = aged(44_011);
  tell(1904);
  expect(await waiting).toEqual([[0, 100, 0, 0, 0]]);
  expect(aged(44_011)).toEqual([[0, 100, 0, 0, 0]]);
});

test('a workbook that cannot be asked counts from 1900', async () => {
  associateFunctions(Promise.reject(new Error('GeneralException')), async () => ({
    customFunctions,
    setDateSystem,
  }));
  expect(await aged(45_473)).toEqual([[0, 100, 0, 0, 0]]);
});
