/** Where a value axis begins and ends, and how far its marks are apart. */

export interface Scale {
  readonly minimum: number;
  readonly maximum: number;
  readonly unit: number;
}

export interface ScaleRequest {
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly majorUnit: number | null;
}

const automatic: ScaleRequest = { minimum: null, maximum: null, majorUnit: null };
const usualSteps = 6;
const mostMarks = 1000;

/**
 * Choose an axis for values between two extremes: round numbers, from zero unless the values differ by less than a sixth of
 * the largest (Microsoft, "How Chart Axis Limits Are Determined").
 *
 * @example valueScale(0, 42) //=> { minimum: 0, maximum: 50, unit: 10 }
 */
export function valueScale(lowest: number, highest: number, request: ScaleRequest = automatic): Scale {
  const [low, high] = lowest <= highest ? [lowest, highest] : [0, 1];
  const spread = high - low;
  const startsAtZero = low >= 0 && (spread === 0 || spread / high > 1 / 6);
  const endsAtZero = high <= 0 && (spread === 0 || spread / -low > 1 / 6);
  const bottom = request.minimum ?? (startsAtZero ? 0 : low - spread / 20);
  const top = request.maximum ?? (endsAtZero ? 0 : high + spread / 20);
  const length = top > bottom ? Math.max(top - bottom, leastLength(bottom, top)) : Math.abs(bottom) || 1;
  const given = request.majorUnit;
  const unit = given !== null && given > 0 && length / given <= mostMarks ? given : roundUnit(length);
  return {
    minimum: request.minimum ?? roundTo(Math.floor(bottom / unit + 1e-9) * unit),
    maximum: request.maximum ?? roundTo(Math.ceil((bottom + length) / unit - 1e-9) * unit),
    unit,
  };
}

/** Below this marks could no longer be told apart by twelve digits. */
const leastLength = (bottom: number, top: number): number =>
  Math.max(Math.abs(bottom), Math.abs(top), 1e-290) * 1e-9;

/** 1, 2 or 5 times a power of ten. */
function roundUnit(length: number): number {
  const rough = length / usualSteps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].find(each => each * power >= rough * (1 - 1e-9)) ?? 10;
  return step * power;
}

/** The marks of a scale from its minimum up. */
export function marksOf({ minimum, maximum, unit }: Scale): number[] {
  const count = Math.floor((maximum - minimum) / unit + 1e-9);
  return Array.from({ length: Math.min(count, mostMarks) + 1 }, (_, step) => roundTo(minimum + step * unit));
}

/** Sums of tenths without their binary dust. */
const roundTo = (value: number): number => Number(value.toPrecision(12));
