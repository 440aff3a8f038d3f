/** The parts of an .xlsx package and how they refer to each other (ECMA-376 part 2). */
import JSZip from 'jszip';
import { FileProblem } from './fileProblem';
import { attribute, children, parseXml, type XmlNode } from './xml';

export interface Relationship {
  readonly id: string;
  /** The last word of the type's address: `worksheet`, `table`, `theme` … */
  readonly kind: string;
  readonly type: string;
  /** A part's path, or an outside address when `isExternal`. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** A part taken along as it is: a chart, a picture, a comment. */
export interface KeptPart {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

export class WorkbookParts {
  private constructor(
    private readonly zip: JSZip,
    private readonly types: ReadonlyMap<string, string>,
  ) {}

  static async open(bytes: Uint8Array): Promise<WorkbookParts> {
    const zip = await JSZip.loadAsync(bytes).catch(() => {
      throw new FileProblem('damaged');
    });
    const listed = await zip.file('[Content_Types].xml')?.async('string');
    if (!listed) throw new FileProblem('notWorkbook');
    const root = parseXml(listed);
    const types = new Map([
      ...children(root, 'Default').map(
        node =>
          [`.${attribute(node, 'Extension')?.toLowerCase()}`, attribute(node, 'ContentType') ?? ''] as const,
      ),
      ...children(root, 'Override').map(
        node =>
          [
            attribute(node, 'PartName')?.slice(1).toLowerCase() ?? '',
            attribute(node, 'ContentType') ?? '',
          ] as const,
      ),
    ]);
    return new WorkbookParts(zip, types);
  }

  has(path: string): boolean {
    return this.zip.file(path) !== null;
  }

  async text(path: string): Promise<string | null> {
    return (await this.zip.file(path)?.async('string')) ?? null;
  }

  async xml(path: string | undefined): Promise<XmlNode | null> {
    const text = path ? await this.text(path) : null;
    return text === null ? null : parseXml(text);
  }

  /** What a part (or the package, for `''`) refers to. */
  async relationships(path: string): Promise<readonly Relationship[]> {
    const root = await this.xml(relationshipsPath(path));
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    return children(root ?? undefined, 'Relationship').map(node => {
      const type = attribute(node, 'Type') ?? '';
      const isExternal = attribute(node, 'TargetMode') === 'External';
      const target = attribute(node, 'Target') ?? '';
      return {
        id: attribute(node, 'Id') ?? '',
        kind: type.slice(type.lastIndexOf('/') + 1),
        type,
        target: isExternal ? target : resolved(folder, target),
        isExternal,
      };
    });
  }

  /** A part with all it refers to, their lists of relationships included. */
  async withAllItNeeds(
    path: string,
    found = new Map<string, KeptPart>(),
  ): Promise<ReadonlyMap<string, KeptPart>> {
    const bytes = await this.zip.file(path)?.async('uint8array');
    if (!bytes || found.has(path)) return found;
    found.set(path, { path, bytes, contentType: this.contentType(path) });
    const list = relationshipsPath(path);
    const listBytes = await this.zip.file(list)?.async('uint8array');
    if (listBytes) found.set(list, { path: list, bytes: listBytes, contentType: '' });
    for (const each of await this.relationships(path))
      if (!each.isExternal) await this.withAllItNeeds(each.target, found);
    return found;
  }

  private contentType(path: string): string {
    const lower = path.toLowerCase();
    return (
      this.types.get(lower) ??
      this.types.get(lower.slice(lower.lastIndexOf('.'))) ??
      'application/octet-stream'
    );
  }
}

/** `xl/workbook.xml` → `xl/_rels/workbook.xml.rels` */
export function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

/**
 * The target of a part as another refers to it. Excel reads absolute ones too, but not every other program does.
 *
 * @example relativeTarget('xl/worksheets/sheet1.xml', 'xl/tables/table1.xml') //=> '../tables/table1.xml'
 */
export function relativeTarget(from: string, to: string): string {
  const folders = from.split('/').slice(0, -1);
  const steps = to.split('/');
  let shared = 0;
  while (shared < folders.length && folders[shared] === steps[shared]) shared++;
  return [...folders.slice(shared).map(() => '..'), ...steps.slice(shared)].join('/');
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}
