/** What a file tells of itself: by which program it is, and what its author wrote about it. */
import type { Relationship } from './workbookParts';

export const applicationPath = 'docProps/app.xml';
export const applicationType = 'application/vnd.openxmlformats-officedocument.extended-properties+xml';

/**
 * Programs of others take the last values of formulas for given only in files of programs that they know: without this, LibreOffice calculates
 * the add-in's formulas anew when it opens the file, and shows `#NAME?` in place of what was there.
 */
export const applicationPart = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application><AppVersion>16.0300</AppVersion></Properties>`;

/** Author, title, keywords; what a company adds; how confidential it is. */
const keptKinds = new Set(['core-properties', 'custom-properties', 'classificationlabels']);

/** What of a file's own account of itself is kept: all that is not about the program which wrote it. */
export const keptProperties = (relationships: readonly Relationship[]): readonly Relationship[] =>
  relationships.filter(({ kind, isExternal }) => keptKinds.has(kind) && !isExternal);
