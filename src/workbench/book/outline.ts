/** Groups of rows and columns that can be folded away (Data › Group), up to seven within each other. */

export type OutlineAxis = 'row' | 'column';

/** Groups of lines lie within each other by how deep each line is; a line that is in none is not listed. */
export type OutlineLevels = Map<number, number>;

export interface Outline {
  levels: OutlineLevels;
  /** The lines beside folded groups, at which they are unfolded again. */
  folded: Set<number>;
  /** Whether what sums a group up stands after it, as usual, or before it. */
  isSummaryAfter: boolean;
}

/** A sheet, as far as its lines are grouped and folded away. */
export interface OutlinedSheet {
  readonly rowOutline: Outline;
  readonly columnOutline: Outline;
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
}

export const newOutline = (): Outline => ({ levels: new Map(), folded: new Set(), isSummaryAfter: true });

export interface OutlineGroup {
  readonly level: number;
  readonly from: number;
  readonly to: number;
  /** The line at which it is folded and unfolded. */
  readonly summary: number;
  readonly isFolded: boolean;
}

/** As deep as Excel goes. */
export const deepestLevel = 7;

/**
 * The groups of lines, outer ones first where they begin together.
 *
 * @example groupsOf({ levels: new Map([[1, 1], [2, 1]]), … }) //=> [{ level: 1, from: 1, to: 2, summary: 3, … }]
 */
export function groupsOf({ levels, folded, isSummaryAfter }: Outline): OutlineGroup[] {
  const lines = [...levels.keys()].sort((one, other) => one - other);
  const groups: OutlineGroup[] = [];
  for (let level = 1; level <= deepestLevel; level++) {
    let from: number | null = null;
    lines.forEach((line, order) => {
      if ((levels.get(line) ?? 0) < level) return;
      from ??= line;
      const isLast = lines[order + 1] !== line + 1 || (levels.get(line + 1) ?? 0) < level;
      if (!isLast) return;
      const summary = isSummaryAfter ? line + 1 : from - 1;
      groups.push({ level, from, to: line, summary, isFolded: folded.has(summary) });
      from = null;
    });
  }
  return groups.sort((one, other) => one.from - other.from || one.level - other.level);
}

/** How deep the groups of an axis go; 0 without any. */
export const depthOf = ({ levels }: Outline): number => Math.max(0, ...levels.values());

/** Put lines into a group, within those that they are in already. */
export function groupLines({ levels }: Outline, from: number, count: number): void {
  for (let line = from; line < from + count; line++) {
    levels.set(line, Math.min(deepestLevel, (levels.get(line) ?? 0) + 1));
  }
}

/** Take lines out of the innermost group that they are in; those that were folded away with it come back. */
export function ungroupLines(sheet: OutlinedSheet, axis: OutlineAxis, from: number, count: number): void {
  const { outline, hidden } = axisOf(sheet, axis);
  for (const group of groupsOf(outline)) {
    if (group.isFolded && group.from < from + count && group.to >= from) fold(sheet, axis, group, false);
  }
  for (let line = from; line < from + count; line++) {
    const level = outline.levels.get(line) ?? 0;
    if (level > 1) outline.levels.set(line, level - 1);
    else outline.levels.delete(line);
    if (level === 1) hidden.delete(line);
  }
  dropIdleFolds(outline);
}

/** Fold a group away, or unfold it; groups within it that are folded themselves stay so. */
export function fold(sheet: OutlinedSheet, axis: OutlineAxis, group: OutlineGroup, isFolded: boolean): void {
  const { outline, hidden } = axisOf(sheet, axis);
  if (isFolded) outline.folded.add(group.summary);
  else outline.folded.delete(group.summary);
  for (let line = group.from; line <= group.to; line++) {
    if (isFolded) hidden.add(line);
    else hidden.delete(line);
  }
  if (isFolded) return;
  const within = groupsOf(outline).filter(
    each => each.isFolded && each.level > group.level && each.from >= group.from && each.to <= group.to,
  );
  for (const { from, to } of within) for (let line = from; line <= to; line++) hidden.add(line);
}

/** Show an outline as deep as a level: groups at the level and within it are folded, those around it are not. */
export function showLevel(sheet: OutlinedSheet, axis: OutlineAxis, level: number): void {
  const { outline } = axisOf(sheet, axis);
  const groups = groupsOf(outline);
  for (const group of groups) if (group.level < level) fold(sheet, axis, group, false);
  for (const group of groups) if (group.level >= level) fold(sheet, axis, group, true);
}

/** An axis of a sheet: its outline, and which of its lines are hidden. */
export const axisOf = (sheet: OutlinedSheet, axis: OutlineAxis): { outline: Outline; hidden: Set<number> } =>
  axis === 'row'
    ? { outline: sheet.rowOutline, hidden: sheet.hiddenRows }
    : { outline: sheet.columnOutline, hidden: sheet.hiddenColumns };

function dropIdleFolds(outline: Outline): void {
  const summaries = new Set(groupsOf(outline).map(({ summary }) => summary));
  for (const line of [...outline.folded]) if (!summaries.has(line)) outline.folded.delete(line);
}
