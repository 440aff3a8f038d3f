import type { Chart } from '../../../book/chart/chart';
import type { Sheet } from '../../../book/types';
import type { Property } from '../../batch/modelObject';
import type { Session } from '../../session';
import type { Json } from '../../wire/json';
import { asNumber } from '../commonStyle';
import { requireWritable } from '../writable';

/** A part of a chart (its title, an axis, a series), with the chart it belongs to. */
export interface ChartPart<T> {
  readonly sheet: Sheet;
  readonly chart: Chart;
  readonly part: T;
}

/** Make the table entry of a property that a part keeps itself. */
export function partProperty<T>(
  read: (part: T) => Json,
  write: (part: T, value: Json) => void,
): Property<ChartPart<T>> {
  return {
    get: ({ part }) => read(part),
    set: (target, value, session) => changePart(target, session, part => write(part, value)),
  };
}

/** Change a part of a chart, unless its sheet is protected, and have it drawn again. */
export function changePart<T>(target: ChartPart<T>, session: Session, change: (part: T) => void): void {
  requireWritable(target.sheet, 'allowEditObjects');
  change(target.part);
  session.book.touch(target.sheet);
}

/** A number, or null for the empty text by which a property becomes automatic. */
export function asNumberOrAutomatic(value: Json): number | null {
  return value === '' || value === null ? null : asNumber(value);
}
