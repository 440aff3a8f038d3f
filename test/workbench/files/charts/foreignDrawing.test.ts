import { expect, test } from '@jest/globals';
import JSZip from 'jszip';
import { createBook } from '../../../../src/workbench/book/book';
import { openWorkbook } from '../../../../src/workbench/files/openWorkbook';
import { saveWorkbook } from '../../../../src/workbench/files/saveWorkbook';
import { workbookOf } from '../packageFixture';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const anchor = (name: string, id: string, uri = 'chart') =>
  `<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>9525</xdr:colOff><xdr:row>2</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>12</xdr:row><xdr:rowOff>19050</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="${name}" descr="Alternative text"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm/><a:graphic><a:graphicData uri="${uri}"><c:chart xmlns:c="c" r:id="${id}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`;

const picture =
  '<xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>0</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="9525" cy="9525"/><xdr:pic><xdr:blipFill><a:blip r:embed="rId3"/></xdr:blipFill></xdr:pic><xdr:clientData/></xdr:oneCellAnchor>';

/** A chart as Excel writes it, with an effect that the book knows nothing of. */
const chartPart =
  '<c:chartSpace xmlns:c="c" xmlns:a="a"><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:rPr sz="1400" b="1"/><a:t>Sales</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart><c:barDir val="bar"/><c:grouping val="percentStacked"/><c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>Sheet1!$B$1</c:f></c:strRef></c:tx><c:spPr><a:solidFill><a:schemeClr val="accent2"/></a:solidFill><a:effectLst><a:glow rad="1"/></a:effectLst></c:spPr><c:cat><c:strRef><c:f>Sheet1!$A$2:$A$3</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>Sheet1!$B$2:$B$3</c:f></c:numRef></c:val></c:ser><c:overlap val="100"/><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:max val="0.5"/></c:scaling><c:majorGridlines/></c:valAx></c:plotArea><c:legend><c:legendPos val="r"/></c:legend></c:chart></c:chartSpace>';

const surface =
  '<c:chartSpace xmlns:c="c"><c:chart><c:plotArea><c:surfaceChart/></c:plotArea></c:chart></c:chartSpace>';

const relation = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;

const file = () =>
  workbookOf({
    sheet: '<sheetData/><drawing r:id="rId1"/>',
    more: {
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships>${relation('rId1', 'drawing', '../drawings/drawing1.xml')}</Relationships>`,
      'xl/drawings/drawing1.xml': `<xdr:wsDr xmlns:xdr="xdr" xmlns:a="a" xmlns:r="r" xmlns:more="more">${anchor('Sales', 'rId1')}${anchor('Landscape', 'rId2')}${picture}</xdr:wsDr>`,
      'xl/drawings/_rels/drawing1.xml.rels': `<Relationships>${relation('rId1', 'chart', '../charts/chart1.xml')}${relation('rId2', 'chart', '../charts/chart2.xml')}${relation('rId3', 'image', '../media/image1.png')}</Relationships>`,
      'xl/charts/chart1.xml': chartPart,
      'xl/charts/_rels/chart1.xml.rels': `<Relationships>${relation('rId1', 'chartStyle', 'style1.xml')}</Relationships>`,
      'xl/charts/style1.xml': '<style/>',
      'xl/charts/chart2.xml': surface,
      'xl/media/image1.png': 'picture',
    },
  });

async function opened() {
  const book = createBook();
  await openWorkbook(await file(), 'foreign.xlsx', book);
  return { book, sheet: book.activeSheet };
}

test('a chart of another program is read with its place, type, ranges and colours', async () => {
  const { sheet } = await opened();
  expect(sheet.charts.length).toBe(1);
  const [chart] = sheet.charts;
  expect(chart).toMatchObject({
    name: 'Sales',
    type: 'BarStacked100',
    place: { row: 2, column: 1, x: 1, y: 0, width: 4 * 64 - 1, height: 10 * 20 + 2 },
    title: { text: 'Sales', font: { size: 14, bold: true } },
    legend: { isVisible: true, position: 'Right' },
    axes: { value: { maximum: 0.5, hasMajorGridlines: true }, category: { hasMajorGridlines: false } },
  });
  expect(chart.series).toMatchObject([
    { name: '=Sheet1!$B$1', categories: '=Sheet1!$A$2:$A$3', values: '=Sheet1!$B$2:$B$3', fill: '#ED7D31' },
  ]);
});

test('what nobody changed is saved as it was, also what the book does not know', async () => {
  const { book } = await opened();
  const zip = await JSZip.loadAsync(await saveWorkbook(book));
  const part = (path: string) => zip.file(path)?.async('string');
  expect(await part('xl/charts/chart1.xml')).toBe(chartPart);
  expect(await part('xl/charts/style1.xml')).toBe('<style/>');
  expect(await part('xl/charts/chart2.xml')).toBe(surface);
  expect(await part('xl/media/image1.png')).toBe('picture');
  const drawing = await part('xl/drawings/drawing1.xml');
  expect(drawing).toContain('descr="Alternative text"');
  expect(drawing).toContain(picture);
  expect(drawing).toContain('xmlns:more="more"');
  const relations = await part('xl/drawings/_rels/drawing1.xml.rels');
  expect(relations).toContain('Target="../media/image1.png"');
  expect(relations).toContain('Id="chart1"');
  expect(drawing).toContain('r:id="chart1"');
});

test('a changed chart is written anew beside the parts of the others; a deleted one is gone', async () => {
  const { book, sheet } = await opened();
  sheet.charts[0].title.text = 'Overdue';
  const zip = await JSZip.loadAsync(await saveWorkbook(book));
  const drawing = await zip.file('xl/drawings/drawing1.xml')!.async('string');
  expect(drawing).toContain('descr="Alternative text"');
  expect(await zip.file('xl/charts/chart1.xml')!.async('string')).toContain('<a:t>Overdue</a:t>');
  expect(await zip.file('xl/charts/chart2.xml')!.async('string')).toBe(surface);

  book.removeChart(sheet, sheet.charts[0]);
  const without = await JSZip.loadAsync(await saveWorkbook(book));
  expect(without.file('xl/charts/chart1.xml')).toBeNull();
  expect(without.file('xl/charts/chart2.xml')).not.toBeNull();
});
