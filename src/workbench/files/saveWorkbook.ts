/** Saving a book as an .xlsx workbook, the way Excel stores it. */
import JSZip from 'jszip';
import type { Book, DefinedName, Sheet } from '../book/types';
import { unchangedPart } from './charts/keptDrawing';
import { type WrittenChart, writeDrawing } from './charts/writeDrawing';
import { applicationPart, applicationPath, applicationType } from './documentProperties';
import { writeHyperlinks } from './hyperlinks';
import { type KeptOfSheet, keptOfBook, keptOfSheet, keptTheme } from './keptContent';
import { toStored } from './storedFormula';
import { type KeptPart, type Relationship, relationshipsPath, relativeTarget } from './workbookParts';
import { SharedTexts, writeSheet } from './writeSheet';
import { StyleTable } from './writeStyles';
import { writeTable } from './writeTable';
import { attributes, encodeXml } from './xml';

const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const officeRelationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const workbookPath = 'xl/workbook.xml';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A file saved twice without a change is the same file: no clock in it. */
const fixedDate = new Date(Date.UTC(2000, 0, 1));

/** The cell mark `cm="1"` points here: a formula that spills ([MS-XLSX] 2.4.70, dynamic array properties). */
const dynamicArrayMetadata = `${declaration}<metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray"><metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes><futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`;

/** Names that Excel shows plainly and stores with a prefix. */
const excelsOwnNames = new Set(['print_area', 'print_titles', 'criteria', 'extract', 'database']);

/** The package being put together: parts, their content types, and what refers to what. */
class Package {
  private readonly zip = new JSZip();
  private readonly overrides: string[] = [];
  private readonly extensions = new Map([['xml', 'application/xml']]);

  constructor() {
    this.extensions.set('rels', 'application/vnd.openxmlformats-package.relationships+xml');
  }

  /** The first path of a series that nothing has yet: `xl/charts/chart1.xml`. */
  freePath(prefix: string): string {
    for (let number = 1; ; number++) {
      const path = `${prefix}${number}.xml`;
      if (!this.zip.file(path)) return path;
    }
  }

  add(path: string, content: string | Uint8Array, contentType: string): void {
    if (this.zip.file(path)) return;
    this.zip.file(path, content, { date: fixedDate, createFolders: false });
    if (contentType)
      this.overrides.push(`<Override PartName="/${encodeXml(path)}" ContentType="${contentType}"/>`);
  }

  relate(path: string, relationships: readonly string[]): void {
    if (relationships.length === 0) return;
    const list = `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationships.join('')}</Relationships>`;
    this.zip.file(relationshipsPath(path), list, { date: fixedDate, createFolders: false });
  }

  async bytes(): Promise<Uint8Array> {
    const defaults = [...this.extensions].map(
      ([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`,
    );
    const types = `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults.join('')}${this.overrides.join('')}</Types>`;
    this.zip.file('[Content_Types].xml', types, { date: fixedDate, createFolders: false });
    return this.zip.generateAsync({
      type: 'uint8array',
      compression: 'DEFLATE',
      compressionOptions: { level: 3 },
    });
  }
}

/**
 * Write a book as an .xlsx file: values, formulas with their last values, spills as dynamic arrays, formats, tables,
 * names, conditional formats, and what the opened file held beyond that.
 *
 * @example const file = new Blob([await saveWorkbook(book)]);
 */
export async function saveWorkbook(book: Book): Promise<Uint8Array> {
  const target = new Package();
  const texts = new SharedTexts();
  const sheetRelationships: string[] = [];
  let tableCount = 0;
  // What a file brought along keeps its paths, so new parts take others.
  const keptOfWorkbook = keptOfBook(book);
  const styles = new StyleTable(keptOfWorkbook.usualFont);
  for (const part of [...keptOfWorkbook.parts, ...book.sheets.flatMap(partsFromFile)])
    target.add(part.path, part.bytes, part.contentType);

  book.sheets.forEach((sheet, index) => {
    const kept = keptOfSheet(sheet);
    const id = `rId${index + 1}`;
    if (sheet.kind === 'chart' && kept?.chartSheetPath) {
      sheetRelationships.push(
        relationship(id, 'chartsheet', relativeTarget(workbookPath, kept.chartSheetPath)),
      );
      return;
    }
    const path = `xl/worksheets/sheet${index + 1}.xml`;
    const relationships = relationshipsOf(path, kept?.relationships ?? []);
    const tableIds = sheet.tables.map(table => {
      const tablePath = `xl/tables/table${++tableCount}.xml`;
      target.add(tablePath, writeTable(sheet, table, tableCount), `${main}.table+xml`);
      relationships.push(relationship(`table${tableCount}`, 'table', relativeTarget(path, tablePath)));
      return `table${tableCount}`;
    });
    const links = writeHyperlinks(sheet.hyperlinks);
    relationships.push(
      ...links.targets.map(({ id, target }) => relationship(id, 'hyperlink', target, 'External')),
    );
    const drawingPath = addDrawing(target, book, sheet, kept);
    if (drawingPath !== null) {
      relationships.push(relationship(drawingId, 'drawing', relativeTarget(path, drawingPath)));
    }
    const isActive = sheet === book.activeSheet;
    const selection = isActive ? book.selection : [];
    target.add(
      path,
      writeSheet(sheet, {
        texts,
        styles,
        isActive,
        selection,
        tableIds,
        links: links.element,
        drawingId: drawingPath === null ? null : drawingId,
      }),
      `${main}.worksheet+xml`,
    );
    target.relate(path, relationships);
    sheetRelationships.push(relationship(id, 'worksheet', relativeTarget(workbookPath, path)));
  });

  target.add(workbookPath, workbookPart(book), `${main}.sheet.main+xml`);
  target.add('xl/styles.xml', styles.part(), `${main}.styles+xml`);
  target.add('xl/sharedStrings.xml', texts.part(), `${main}.sharedStrings+xml`);
  target.add('xl/metadata.xml', dynamicArrayMetadata, `${main}.sheetMetadata+xml`);
  const theme = keptTheme(book);
  if (theme !== null)
    target.add('xl/theme/theme1.xml', theme, 'application/vnd.openxmlformats-officedocument.theme+xml');
  target.relate(workbookPath, [
    ...sheetRelationships,
    ...relationshipsOf(workbookPath, underOwnIds('customXml', keptOfWorkbook.relationships)),
    relationship('styles', 'styles', 'styles.xml'),
    relationship('texts', 'sharedStrings', 'sharedStrings.xml'),
    relationship('metadata', 'sheetMetadata', 'metadata.xml'),
    ...(theme === null ? [] : [relationship('theme', 'theme', 'theme/theme1.xml')]),
  ]);
  target.add(applicationPath, applicationPart, applicationType);
  target.relate('', [
    relationship('workbook', 'officeDocument', workbookPath),
    relationship('application', 'extended-properties', applicationPath),
    ...relationshipsOf('', underOwnIds('property', keptOfWorkbook.properties)),
  ]);
  return target.bytes();
}

/** Those of the opened file may be those of sheets here. */
const underOwnIds = (name: string, relationships: readonly Relationship[]): Relationship[] =>
  relationships.map((each, index) => ({ ...each, id: `${name}${index + 1}` }));

const drawingId = 'drawing';
const drawingType = 'application/vnd.openxmlformats-officedocument';

/** Parts of the opened file that are written as they were: pictures, chart sheets, charts that nobody changed. */
function partsFromFile(sheet: Sheet): readonly KeptPart[] {
  const kept = keptOfSheet(sheet);
  const charts = sheet.charts.flatMap(chart => unchangedPart(chart)?.parts ?? []);
  return [...(kept?.parts ?? []), ...(kept?.drawing?.parts ?? []), ...charts];
}

/** Add the drawing of a sheet with its charts; null when there is nothing on it. */
function addDrawing(target: Package, book: Book, sheet: Sheet, kept: KeptOfSheet | null): string | null {
  const written = writeDrawing(book, sheet, kept?.drawing ?? null);
  if (!written) return null;
  const path = target.freePath('xl/drawings/drawing');
  target.add(path, written.content, `${drawingType}.drawing+xml`);
  const charts = written.charts.map(chart =>
    relationship(chart.relationshipId, 'chart', relativeTarget(path, addChart(target, chart))),
  );
  target.relate(path, [...relationshipsOf(path, kept?.drawing?.relationships ?? []), ...charts]);
  return path;
}

function addChart(target: Package, { part }: WrittenChart): string {
  if ('path' in part) return part.path;
  const free = target.freePath('xl/charts/chart');
  target.add(free, part.content, `${drawingType}.drawingml.chart+xml`);
  return free;
}

const relationship = (id: string, kind: string, target: string, mode?: 'External'): string =>
  `<Relationship${attributes({ Id: id, Type: `${officeRelationship}/${kind}`, Target: target, TargetMode: mode })}/>`;

function relationshipsOf(path: string, relationships: readonly Relationship[]): string[] {
  return relationships.map(
    each =>
      `<Relationship${attributes({
        Id: each.id,
        Type: each.type,
        Target: each.isExternal ? each.target : relativeTarget(path, each.target),
        TargetMode: each.isExternal ? 'External' : undefined,
      })}/>`,
  );
}

function workbookPart(book: Book): string {
  const states = { Visible: undefined, Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;
  const sheets = book.sheets.map(
    (sheet, index) =>
      `<sheet${attributes({ name: sheet.name, sheetId: index + 1, state: states[sheet.visibility], 'r:id': `rId${index + 1}` })}/>`,
  );
  const active = book.sheets.indexOf(book.activeSheet);
  const names = book.names.map(name => nameElement(name, book.sheets));
  return `${declaration}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${officeRelationship}"><workbookPr${attributes(
    { date1904: book.date1904 },
  )}/>${structureProtection(book)}<bookViews><workbookView activeTab="${Math.max(active, 0)}"/></bookViews><sheets>${sheets.join('')}</sheets>${
    names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : ''
  }<calcPr calcId="191029"/></workbook>`;
}

/** As it was in the file, password included, or as it was set since. */
function structureProtection(book: Book): string {
  if (!book.isStructureProtected) return '';
  const { protection } = keptOfBook(book);
  return protection === '' ? '<workbookProtection lockStructure="1"/>' : protection;
}

function nameElement(name: DefinedName, sheets: readonly Sheet[]): string {
  const scope = name.scope === null ? -1 : sheets.findIndex(sheet => sheet.id === name.scope);
  const stored = excelsOwnNames.has(name.name.toLowerCase()) ? `_xlnm.${name.name}` : name.name;
  const said = attributes({
    name: stored,
    localSheetId: scope < 0 ? undefined : scope,
    hidden: !name.visible,
    comment: name.comment || undefined,
  });
  return `<definedName${said}>${encodeXml(toStored(name.formula.replace(/^=/, '')))}</definedName>`;
}
