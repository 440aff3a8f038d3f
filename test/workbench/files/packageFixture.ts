/** A workbook written by hand, part by part, as Excel writes what libraries do not. */
import JSZip from 'jszip';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface FixtureParts {
  readonly sheet?: string;
  readonly workbook?: string;
  readonly styles?: string;
  readonly sharedTexts?: string;
  /** Further parts by path. */
  readonly more?: Readonly<Record<string, string>>;
  /** Relationships of the workbook beyond sheet1 (rId1), styles and texts, as id, kind and target. */
  readonly relationships?: readonly (readonly [string, string, string])[];
}

/** Put a workbook together; `sheet` is the content of the worksheet element, `workbook` stands after the sheets. */
export async function workbookOf(parts: FixtureParts): Promise<Uint8Array> {
  const zip = new JSZip();
  const relationship = ([id, kind, target]: readonly [string, string, string]) =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
  zip.file(
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  );
  zip.file(
    '_rels/.rels',
    `<Relationships>${relationship(['rId1', 'officeDocument', 'xl/workbook.xml'])}</Relationships>`,
  );
  const all = [
    ['rId1', 'worksheet', 'worksheets/sheet1.xml'] as const,
    ['styles', 'styles', 'styles.xml'] as const,
    ['texts', 'sharedStrings', 'sharedStrings.xml'] as const,
    ...(parts.relationships ?? []),
  ];
  zip.file('xl/_rels/workbook.xml.rels', `<Relationships>${all.map(relationship).join('')}</Relationships>`);
  zip.file(
    'xl/workbook.xml',
    parts.workbook?.startsWith('<')
      ? parts.workbook
      : `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  );
  zip.file(
    'xl/worksheets/sheet1.xml',
    `<worksheet xmlns="${main}" xmlns:r="${office}">${parts.sheet ?? '<sheetData/>'}</worksheet>`,
  );
  zip.file('xl/styles.xml', parts.styles ?? `<styleSheet xmlns="${main}"/>`);
  zip.file('xl/sharedStrings.xml', `<sst xmlns="${main}">${parts.sharedTexts ?? ''}</sst>`);
  for (const [path, text] of Object.entries(parts.more ?? {})) zip.file(path, text);
  return zip.generateAsync({ type: 'uint8array' });
}
