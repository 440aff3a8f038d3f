/** The groups of rows and columns beside their headers: lines along them, and buttons that fold them away. */
import { useComputed } from '@preact/signals';
import { columnName } from '../../book/address';
import { axisOf, depthOf, groupsOf, type OutlineAxis, type OutlineGroup } from '../../book/outline';
import type { Workbench } from '../model/workbench';
import { pixels } from '../pixels';
import { focusKeyboard } from './focusKeyboard';
import { outlineStep, type Span, startOf } from './layout';
import { foldGroup, type Outlining, showOutlineLevel } from './outlining';

interface GutterProps {
  readonly workbench: Workbench;
  readonly axis: OutlineAxis;
}

export function OutlineGutter({ workbench, axis }: GutterProps) {
  const { books, grid, say } = workbench;
  const groups = useComputed(() => {
    books.appearance.value;
    return groupsOf(axisOf(grid.sheet.value, axis).outline);
  });
  if (groups.value.length === 0) return null;
  const { rows, columns, gutter } = grid.layout.value;
  const isRow = axis === 'row';
  const span = isRow ? rows : columns;
  const room = outliningOf(workbench);
  const depth = depthOf(axisOf(grid.sheet.value, axis).outline);
  const frame = isRow
    ? { left: 0, top: 0, width: pixels(gutter.rows), height: '100%' }
    : { left: 0, top: 0, width: '100%', height: pixels(gutter.columns) };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form's fields
    <div
      class="outline"
      role="group"
      aria-label={say.value(isRow ? 'groupsOfRows' : 'groupsOfColumns')}
      style={frame}
      onPointerDown={event => event.stopPropagation()}
      onDblClick={event => event.stopPropagation()}
    >
      {Array.from({ length: depth + 1 }, (_, order) => order + 1).map(level => (
        <button
          type="button"
          key={level}
          class="outline-level"
          tabIndex={-1}
          aria-label={say.value(isRow ? 'showRowLevel' : 'showColumnLevel', { level })}
          style={placed(
            isRow,
            (level - 1) * outlineStep,
            levelStart(span, isRow ? gutter.columns : gutter.rows),
          )}
          onClick={() => {
            showOutlineLevel(room, axis, level);
            focusKeyboard(workbench.entry);
          }}
        >
          {level}
        </button>
      ))}
      {groups.value.map(group => (
        <GroupMark
          key={`${group.level}:${group.from}`}
          workbench={workbench}
          axis={axis}
          group={group}
          span={span}
        />
      ))}
    </div>
  );
}

/** In the middle of the header, where the numbers of rows and the letters of columns meet. */
const levelStart = (span: Span, gutterOfOther: number): number =>
  gutterOfOther + Math.max(0, (span.headerSize - gutterOfOther - outlineStep) / 2);

const placed = (isRow: boolean, across: number, along: number) =>
  isRow ? { left: pixels(across), top: pixels(along) } : { top: pixels(across), left: pixels(along) };

interface GroupMarkProps extends GutterProps {
  readonly group: OutlineGroup;
  readonly span: Span;
}

function GroupMark({ workbench, axis, group, span }: GroupMarkProps) {
  const { say } = workbench;
  const isRow = axis === 'row';
  const across = (group.level - 1) * outlineStep;
  const name = (line: number): string => (isRow ? String(line + 1) : columnName(line));
  const label = say.value(isRow ? 'rowsFromTo' : 'columnsFromTo', {
    from: name(group.from),
    to: name(group.to),
  });
  const line = stretchOf(span, group);
  const button = group.summary >= 0 ? placeOfButton(span, group.summary) : null;
  return (
    <>
      {line && !group.isFolded && (
        <span
          class={isRow ? 'outline-line of-rows' : 'outline-line of-columns'}
          style={{
            ...placed(isRow, across, line.start),
            ...(isRow ? { height: pixels(line.size) } : { width: pixels(line.size) }),
          }}
        />
      )}
      {button !== null && (
        <button
          type="button"
          class="outline-fold"
          tabIndex={-1}
          aria-expanded={!group.isFolded}
          aria-label={label}
          title={label}
          style={placed(isRow, across, button)}
          onClick={() => {
            foldGroup(outliningOf(workbench), axis, group, !group.isFolded);
            focusKeyboard(workbench.entry);
          }}
        >
          <span aria-hidden="true">{group.isFolded ? '+' : '−'}</span>
        </button>
      )}
    </>
  );
}

/** Where a group is in sight, or null. */
function stretchOf(span: Span, { from, to }: OutlineGroup): { start: number; size: number } | null {
  const seen = span.bands.filter(({ index }) => index >= from && index <= to);
  const [first, last] = [seen[0], seen.at(-1)];
  if (!first || !last) return null;
  const behind = span.headerSize + span.frozenSize;
  const start = first.isFrozen ? first.start : Math.max(first.start, behind);
  return { start, size: last.start + last.size - start };
}

/** The middle of the line that sums a group up, while it is in sight. */
function placeOfButton(span: Span, summary: number): number | null {
  if (!span.bands.some(({ index }) => index === summary)) return null;
  const start = startOf(span, summary);
  const isBehind = summary >= span.frozenCount && start < span.headerSize + span.frozenSize;
  return isBehind ? null : start + (span.axis.size(summary) - outlineStep) / 2;
}

const outliningOf = ({ books, cursor, attempt }: Workbench): Outlining => ({
  cursor,
  attempt,
  book: () => books.book.peek(),
});
