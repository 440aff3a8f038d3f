import { containsCell, intersects } from '../address';
import { type BookSheet, cellKey } from '../bookSheet';
import type { Reference } from '../formula/value';
import type { Area } from '../types';
import { type FormulaCell, RangeNode } from './formulaCell';

/** Ranges wider than this are not listed under each of their columns. */
const widest = 64;

interface SheetGraph {
  readonly singles: Map<number, Set<FormulaCell>>;
  readonly ranges: Map<string, RangeNode>;
  readonly byColumn: Map<number, Set<RangeNode>>;
  readonly wide: Set<RangeNode>;
}

/** Who reads what, by single cells and by ranges: a formula over a range is one edge, whatever the range's size. */
export class DependencyGraph {
  readonly #sheets = new Map<BookSheet, SheetGraph>();
  readonly #mentions = new Map<string, Set<FormulaCell>>();
  #marking = 0;

  link(cell: FormulaCell, references: readonly Reference[], mentions: Iterable<string>): void {
    const singles: { sheet: BookSheet; key: number }[] = [];
    const ranges: RangeNode[] = [];
    for (const { sheet, area } of references) {
      if (area.rowCount === 1 && area.columnCount === 1) {
        const key = cellKey(area.row, area.column);
        singles.push({ sheet, key });
        addTo(this.#graph(sheet).singles, key, cell);
      } else {
        const range = this.#rangeNode(sheet, area);
        range.dependents.add(cell);
        ranges.push(range);
      }
    }
    cell.singles = singles;
    cell.ranges = ranges;
    cell.mentions = [...mentions];
    for (const name of cell.mentions) addTo(this.#mentions, name, cell);
  }

  unlink(cell: FormulaCell): void {
    for (const { sheet, key } of cell.singles) removeFrom(this.#graph(sheet).singles, key, cell);
    for (const range of cell.ranges) {
      range.dependents.delete(cell);
      if (range.dependents.size === 0) this.#dropRange(range);
    }
    for (const name of cell.mentions) removeFrom(this.#mentions, name, cell);
    cell.singles = [];
    cell.ranges = [];
    cell.mentions = [];
  }

  clear(): void {
    this.#sheets.clear();
    this.#mentions.clear();
  }

  /** Let go of a sheet that nothing reads any more. */
  drop(sheet: BookSheet): void {
    this.#sheets.delete(sheet);
  }

  mentioning(name: string): FormulaCell[] {
    return [...(this.#mentions.get(name.toLowerCase()) ?? [])];
  }

  /** Begin a round of marking, in which every range reports its dependents once. */
  beginMarking(): void {
    this.#marking++;
  }

  /** Visit the formulas that read a cell of the area. */
  forEachDependent(sheet: BookSheet, area: Area, visit: (cell: FormulaCell) => void): void {
    const graph = this.#sheets.get(sheet);
    if (!graph) return;
    this.#visitSingles(graph, area, visit);
    for (const range of graph.wide) this.#visitRange(range, area, visit);
    if (area.columnCount > graph.byColumn.size) {
      for (const ranges of graph.byColumn.values()) {
        for (const range of ranges) this.#visitRange(range, area, visit);
      }
      return;
    }
    for (let column = area.column; column < area.column + area.columnCount; column++) {
      for (const range of graph.byColumn.get(column) ?? []) this.#visitRange(range, area, visit);
    }
  }

  #visitSingles(graph: SheetGraph, area: Area, visit: (cell: FormulaCell) => void): void {
    if (area.rowCount * area.columnCount > graph.singles.size) {
      for (const [key, cells] of graph.singles) {
        const row = Math.floor(key / 16384);
        if (containsCell(area, row, key - row * 16384)) cells.forEach(visit);
      }
      return;
    }
    for (let row = area.row; row < area.row + area.rowCount; row++) {
      for (let column = area.column; column < area.column + area.columnCount; column++) {
        graph.singles.get(cellKey(row, column))?.forEach(visit);
      }
    }
  }

  #visitRange(range: RangeNode, area: Area, visit: (cell: FormulaCell) => void): void {
    if (range.markedIn === this.#marking || !intersects(range.area, area)) return;
    range.markedIn = this.#marking;
    range.dependents.forEach(visit);
  }

  #graph(sheet: BookSheet): SheetGraph {
    let graph = this.#sheets.get(sheet);
    if (!graph) {
      graph = { singles: new Map(), ranges: new Map(), byColumn: new Map(), wide: new Set() };
      this.#sheets.set(sheet, graph);
    }
    return graph;
  }

  #rangeNode(sheet: BookSheet, area: Area): RangeNode {
    const graph = this.#graph(sheet);
    const key = areaKey(area);
    const known = graph.ranges.get(key);
    if (known) return known;
    const range = new RangeNode(sheet, area);
    graph.ranges.set(key, range);
    if (area.columnCount > widest) graph.wide.add(range);
    else for (const column of columnsOf(area)) addTo(graph.byColumn, column, range);
    return range;
  }

  #dropRange(range: RangeNode): void {
    const graph = this.#graph(range.sheet);
    graph.ranges.delete(areaKey(range.area));
    if (range.area.columnCount > widest) graph.wide.delete(range);
    else for (const column of columnsOf(range.area)) removeFrom(graph.byColumn, column, range);
  }
}

const areaKey = (area: Area): string => `${area.row},${area.column},${area.rowCount},${area.columnCount}`;

const columnsOf = (area: Area): number[] =>
  Array.from({ length: area.columnCount }, (_, offset) => area.column + offset);

function addTo<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.add(value);
  else map.set(key, new Set([value]));
}

function removeFrom<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const values = map.get(key);
  values?.delete(value);
  if (values?.size === 0) map.delete(key);
}
