/** A chart sheet has no cells: the grid and the pane say so, and everything works again on the next sheet. */
import JSZip from 'jszip';
import { leaveWorkbench, useBrowser, visitWorkbench, type Workbench } from './workbench';

const browser = useBrowser();
let workbench: Workbench;

beforeEach(async () => {
  workbench = await visitWorkbench(browser(), { query: 'open=none' });
});
afterEach(() => leaveWorkbench(workbench));

const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const package_ = 'http://schemas.openxmlformats.org/package/2006';

const related = (...entries: readonly (readonly [id: string, kind: string, target: string])[]): string =>
  `<Relationships xmlns="${package_}/relationships">${entries
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const text = (cell: string, value: string) => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
const ledgerRows = [
  `<row r="1">${text('A1', 'Customer')}${text('B1', 'Due date')}${text('C1', 'Amount')}</row>`,
  `<row r="2">${text('A2', 'Acme Ltd')}<c r="B2"><v>45443</v></c><c r="C2"><v>1200</v></c></row>`,
  `<row r="3">${text('A3', 'Beta Co')}<c r="B3"><v>45503</v></c><c r="C3"><v>300</v></c></row>`,
].join('');

const barChart = `<c:chartSpace xmlns:c="${drawing}/chart"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>Ledger!$C$2:$C$3</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart></c:plotArea></c:chart></c:chartSpace>`;
const anchor = `<xdr:wsDr xmlns:xdr="${drawing}/spreadsheetDrawing" xmlns:a="${drawing}/main"><xdr:absoluteAnchor><xdr:pos x="0" y="0"/><xdr:ext cx="9000000" cy="6000000"/><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${drawing}/chart"><c:chart xmlns:c="${drawing}/chart" xmlns:r="${office}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:absoluteAnchor></xdr:wsDr>`;

/** A ledger and a chart sheet, the active tab as asked, part by part as Excel writes them. */
function workbookWithChart(activeTab: 0 | 1): Promise<Uint8Array> {
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="${package_}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    '_rels/.rels': related(['rId1', 'officeDocument', 'xl/workbook.xml']),
    'xl/_rels/workbook.xml.rels': related(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'chartsheet', 'chartsheets/sheet1.xml'],
    ),
    'xl/workbook.xml': `<workbook xmlns="${spreadsheet}" xmlns:r="${office}"><bookViews><workbookView activeTab="${activeTab}"/></bookViews><sheets><sheet name="Ledger" sheetId="1" r:id="rId1"/><sheet name="Ageing chart" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${spreadsheet}"><sheetData>${ledgerRows}</sheetData></worksheet>`,
    'xl/chartsheets/sheet1.xml': `<chartsheet xmlns="${spreadsheet}" xmlns:r="${office}"><sheetViews><sheetView workbookViewId="0"/></sheetViews><drawing r:id="rId1"/></chartsheet>`,
    'xl/chartsheets/_rels/sheet1.xml.rels': related(['rId1', 'drawing', '../drawings/drawing1.xml']),
    'xl/drawings/drawing1.xml': anchor,
    'xl/drawings/_rels/drawing1.xml.rels': related(['rId1', 'chart', '../charts/chart1.xml']),
    'xl/charts/chart1.xml': barChart,
  };
  const zip = new JSZip();
  for (const [path, content] of Object.entries(parts)) zip.file(path, content);
  return zip.generateAsync({ type: 'uint8array' });
}

const paneText = () => workbench.pane.locator('body').innerText();
const gridText = () => workbench.page.locator('.grid').innerText();
/** Colours on the canvas: a grid that was painted has many, one that was not has one. */
const paintedColours = () =>
  workbench.page.locator('canvas').evaluate(element => {
    const canvas = element as HTMLCanvasElement;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, Math.min(canvas.width, 400), 100);
    return new Set(new Uint32Array(data.buffer)).size;
  });

test('going to a chart sheet and tiering it is answered in a plain sentence; the ledger beside it still tiers', async () => {
  await workbench.open(await workbookWithChart(0), 'chart.xlsx');
  expect(await workbench.sheets()).toEqual(['Ledger', 'Ageing chart']);
  await workbench.page.getByRole('tab', { name: 'Ageing chart' }).click();
  await workbench.idle();
  expect(await gridText()).toContain('This sheet holds a chart.');
  await workbench.press('Tier this sheet');
  expect(await paneText()).toContain('This is a chart sheet');

  await workbench.page.getByRole('tab', { name: 'Ledger' }).click();
  await workbench.idle();
  expect(await paintedColours()).toBeGreaterThan(10);
  await workbench.ribbon('tierSheet');
  expect(await paneText()).toContain('of 1,500.00');
});

test('a workbook whose chart sheet is in front opens so, keeps its chart when saved, and its cells can be edited', async () => {
  await workbench.open(await workbookWithChart(1), 'chart.xlsx');
  expect(await gridText()).toContain('This sheet holds a chart.');
  await workbench.ribbon('tierSheet');
  expect(await paneText()).toContain('This is a chart sheet');

  const saved = await JSZip.loadAsync(await workbench.save());
  const charts = Object.keys(saved.files).filter(path => /charts\/.*\.xml$/.test(path));
  expect(charts).toHaveLength(1);
  expect(await saved.file(charts[0])?.async('string')).toBe(barChart);
  const main = await saved.file('xl/workbook.xml')?.async('string');
  expect(main).toMatch(/name="Ageing chart"/);

  await workbench.page.getByRole('tab', { name: 'Ledger' }).click();
  await workbench.page.locator('.cell-editor:focus').waitFor({ state: 'attached' });
  await workbench.page.keyboard.press('ArrowDown');
  await workbench.page.keyboard.type('Acme & Sons');
  await workbench.page.keyboard.press('Enter');
  await workbench.idle();
  expect(await workbench.values('Ledger!A1:A3')).toEqual([['Customer'], ['Acme & Sons'], ['Beta Co']]);
});

test('keys pressed on a chart sheet change nothing, and Ctrl+PageUp leads out of it', async () => {
  await workbench.open(await workbookWithChart(1), 'chart.xlsx');
  for (const key of ['a', 'Enter', 'Delete', 'F2', 'Control+c', 'Control+v', 'ArrowDown']) {
    await workbench.page.keyboard.press(key);
  }
  expect(await gridText()).toContain('This sheet holds a chart.');
  await workbench.page.keyboard.press('Control+PageUp');
  await workbench.idle();
  expect(await workbench.page.locator('canvas').count()).toBe(1);
  expect((await workbench.values('Ledger!A1:C3')).flat()).toEqual([
    'Customer',
    'Due date',
    'Amount',
    'Acme Ltd',
    45443,
    1200,
    'Beta Co',
    45503,
    300,
  ]);
});
