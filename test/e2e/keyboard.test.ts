/** Everything is reached by keyboard: ribbon, sheet, pane and sheet tabs by F6, and no part keeps the keyboard. */
import { leaveWorkbench, useBrowser, visitWorkbench, type Workbench } from './workbench';

const browser = useBrowser();
let workbench: Workbench;

beforeEach(async () => {
  workbench = await visitWorkbench(browser(), { query: 'open=none' });
});
afterEach(() => leaveWorkbench(workbench));

async function press(key: string): Promise<void> {
  await workbench.page.keyboard.press(key);
  await workbench.page.waitForTimeout(150);
}

/** What has the keyboard; inside the pane the control there. */
async function focused(): Promise<string> {
  const outside = await workbench.page.evaluate(() => {
    const element = document.activeElement;
    if (element?.matches('.pane-frame')) return null;
    return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
  });
  return outside ?? `pane: ${await workbench.pane.locator(':focus').innerText()}`;
}

test('F6 goes round: sheet, pane, sheet tabs, ribbon; Tab and Ctrl+F6 lead out of the pane again', async () => {
  expect(await focused()).toBe('A1 empty');
  await press('F6');
  expect(await focused()).toBe('pane: Tier this sheet');
  await press('Control+F6');
  expect(await focused()).toBe('Sheet1');
  await press('F6');
  expect(await focused()).toBe('Tiercel');
  await press('F6');
  expect(await focused()).toBe('A1 empty');

  await press('Shift+F6');
  expect(await focused()).toBe('Tiercel');
  await press('Shift+F6');
  await press('Shift+F6');
  expect(await focused()).toBe('pane: Tier this sheet');
  await press('Control+Shift+F6');
  expect(await focused()).toBe('A1 empty');

  await press('F6');
  for (let tabs = 0; tabs < 10 && (await focused()).startsWith('pane:'); tabs += 1) await press('Tab');
  expect(await focused()).toBe('Sheet1');
});

test('with the pane closed F6 passes it by, and a button of the ribbon works by Enter', async () => {
  await workbench.page.getByRole('button', { name: 'Close the pane' }).click();
  await press('F6');
  expect(await focused()).not.toContain('pane:');
  for (let times = 0; times < 4 && (await focused()) !== 'Tiercel'; times += 1) await press('F6');
  await press('Tab');
  expect(await focused()).toBe('Open pane');
  await press('Enter');
  await workbench.idle();
  expect(await workbench.page.locator('.pane').getAttribute('data-open')).toBe('true');
});
