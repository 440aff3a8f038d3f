/** The workbench as a sheet: filling by the handle, finding and replacing, zooming and grouping. */
import { leaveWorkbench, useBrowser, visitWorkbench, type Workbench } from './workbench';

const browser = useBrowser();
let workbench: Workbench;

beforeEach(async () => {
  workbench = await visitWorkbench(browser(), { query: 'open=none&locale=en-US' });
});
afterEach(() => leaveWorkbench(workbench));

const usual = { width: 64, height: 20 };
/** Of a sheet without groups at 100 %. */
const headers = { width: 34, height: 22 };

/** The middle of a cell in the window; with `corner` the point where its fill handle is. */
async function placeOf(row: number, column: number, corner = false): Promise<{ x: number; y: number }> {
  const box = await workbench.page.locator('canvas.grid-canvas').boundingBox();
  const [across, down] = corner ? [usual.width - 1, usual.height - 1] : [usual.width / 2, usual.height / 2];
  return {
    x: box!.x + headers.width + column * usual.width + across,
    y: box!.y + headers.height + row * usual.height + down,
  };
}

async function click(row: number, column: number): Promise<void> {
  const { x, y } = await placeOf(row, column);
  await workbench.page.mouse.click(x, y);
}

async function dragHandle(from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  const { mouse } = workbench.page;
  const start = await placeOf(...from, true);
  const end = await placeOf(...to);
  await mouse.move(start.x, start.y);
  await mouse.down();
  await mouse.move(end.x, end.y, { steps: 4 });
  await mouse.up();
  await workbench.idle();
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await workbench.page.keyboard.press(key);
  await workbench.idle();
}

const column = async (address: string) => (await workbench.values(address)).map(([value]) => value);

test('the handle continues series and formulas, by dragging and by pressing twice; Alt+= sums what it filled', async () => {
  await workbench.setCells('A1:C2', [
    ['Jan', 10, '=B1*2'],
    ['Feb', 20, ''],
  ]);
  await click(0, 0);
  await workbench.page.keyboard.down('Shift');
  await click(1, 1);
  await workbench.page.keyboard.up('Shift');
  await dragHandle([1, 1], [4, 1]);
  expect(await column('A1:A5')).toEqual(['Jan', 'Feb', 'Mar', 'Apr', 'May']);
  expect(await column('B1:B6')).toEqual([10, 20, 30, 40, 50, null]);

  await click(0, 2);
  const handle = await placeOf(0, 2, true);
  await workbench.page.mouse.dblclick(handle.x, handle.y);
  await workbench.idle();
  expect(await column('C1:C6')).toEqual([20, 40, 60, 80, 100, null]);
  await click(5, 2);
  await press('Alt+=', 'Enter');
  expect(await workbench.formulas('C6')).toEqual([['=SUM(C1:C5)']]);
});

test('Ctrl+H changes all that is found, and one undo takes it back', async () => {
  const { page } = workbench;
  await workbench.setCells('A1:A3', [['Acme GmbH'], ['Beta GmbH'], ['Gamma Ltd']]);
  await click(0, 0);
  await press('Control+h');
  const bar = page.getByRole('search');
  await bar.getByLabel('Find', { exact: true }).fill('gmbh');
  await bar.getByLabel('Replace with').fill('AG');
  await bar.getByRole('button', { name: 'Replace all' }).click();
  await bar.getByText('2 cells changed').waitFor();
  expect(await column('A1:A3')).toEqual(['Acme AG', 'Beta AG', 'Gamma Ltd']);
  await press('Escape', 'Control+z');
  expect(await column('A1:A3')).toEqual(['Acme GmbH', 'Beta GmbH', 'Gamma Ltd']);
});

test('zooming makes cells larger where one clicks them; rows that are grouped are folded and come back', async () => {
  const { page } = workbench;
  await workbench.setCells('A1:A4', [['head'], ['one'], ['two'], ['sum']]);
  const readout = page.getByTestId('readout');
  await page.getByRole('button', { name: /^Zoom in/ }).click();
  await page.getByRole('button', { name: '110%' }).waitFor();
  await click(12, 0);
  // What was the thirteenth row is the twelfth when rows are a tenth higher.
  expect(await readout.innerText()).toMatch(/^A12\b/);
  await page.getByRole('button', { name: '110%' }).click();
  await click(12, 0);
  expect(await readout.innerText()).toMatch(/^A13\b/);

  await click(1, 0);
  await press('Shift+ArrowDown', 'Shift+Space', 'Alt+Shift+ArrowRight');
  const fold = page.getByRole('button', { name: 'Rows 2 to 3' });
  await fold.click();
  expect(await fold.getAttribute('aria-expanded')).toBe('false');
  // The keyboard is back on the sheet, and walks over what is folded.
  await press('Control+Home', 'ArrowDown');
  expect(await readout.innerText()).toMatch(/^A4\b/);
  await fold.click();
  await press('Control+Home', 'ArrowDown');
  expect(await readout.innerText()).toMatch(/^A2\b/);
});
