import { beforeEach, expect, test } from '@jest/globals';
import { associateFunctions } from '../../src/functions/associate';
import { functionIds } from '../../src/functions/functionIds';
import { customFunctions } from '../../src/functions/functions';
import { setLanguage } from '../../src/i18n/language';
import { associated, shown } from './runtime';

beforeEach(() => associated.clear());

const turn = () => new Promise(resolve => setTimeout(resolve, 0));
const salesOutstanding = () => associated.get('DSO')!([[8000]], [[16000]], 30, null);

test('every function can be called as soon as the page is loaded, before its code is there', () => {
  associateFunctions(() => new Promise(() => {}));
  expect([...associated.keys()]).toEqual(functionIds);
});

test('the first formulas wait for the code, later ones are answered at once', async () => {
  let arrive = () => {};
  const fetched: unknown[] = [];
  associateFunctions(() => {
    fetched.push(null);
    return new Promise(resolve => {
      arrive = () => resolve({ customFunctions });
    });
  });
  const waiting = [salesOutstanding(), salesOutstanding()];
  arrive();
  expect(await Promise.all(waiting)).toEqual([15, 15]);
  expect(salesOutstanding()).toBe(15);
  expect(fetched).toHaveLength(1);
});

test("a formula that had to wait shows its error as Excel's, and later ones throw it", async () => {
  associateFunctions(async () => ({ customFunctions }));
  const divide = () => associated.get('DSO')!([[1]], [[0]], null, null);
  await expect(divide()).rejects.toMatchObject({ code: '#DIV/0!' });
  expect(shown(divide)).toMatch(/^#DIV\/0!/);
});

test('code that does not come is told in words and fetched again by the next formula', async () => {
  let isOnline = false;
  associateFunctions(async () => {
    if (!isOnline) throw new Error('ChunkLoadError');
    return { customFunctions };
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
