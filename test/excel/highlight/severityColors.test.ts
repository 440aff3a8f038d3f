/** The highlights' colours are told apart without seeing red and green, and in grey print; what is written on them is read. */
import {
  type HighlightColors,
  severityColors,
  severityOrder,
} from '../../../src/excel/highlight/severityColors';

type Triple = readonly [number, number, number];

const linear = (hex: string): Triple =>
  [1, 3, 5].map(at => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Triple;

const luminance = ([red, green, blue]: Triple) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** WCAG 2.2, contrast ratio. */
function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(linear(one)), luminance(linear(other))].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const times = (matrix: readonly Triple[], [x, y, z]: Triple): Triple =>
  matrix.map(row => row[0] * x + row[1] * y + row[2] * z) as unknown as Triple;

/** Machado, Oliveira and Fernandes (2009), severity 1.0, on linear light. */
const seen: Readonly<Record<string, readonly Triple[]>> = {
  'as by most': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'with deuteranopia': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  'with protanopia': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'with tritanopia': [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** CIE 1976 L*a*b* under D65. */
function lab(rgb: Triple): Triple {
  const xyz = times(
    [
      [0.4124564, 0.3575761, 0.1804375],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339, 0.119192, 0.9503041],
    ],
    rgb,
  );
  const white = [0.95047, 1, 1.08883];
  const [x, y, z] = xyz.map((part, index) => {
    const share = Math.max(0, part) / white[index];
    return share > 216 / 24389 ? Math.cbrt(share) : ((24389 / 27) * share + 16) / 116;
  });
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const difference = (one: Triple, other: Triple) =>
  Math.hypot(...one.map((part, index) => part - other[index]));

const pairs: readonly (readonly [string, string])[] = [
  ['critical', 'warning'],
  ['critical', 'notice'],
  ['warning', 'notice'],
  ['critical', 'none'],
  ['warning', 'none'],
  ['notice', 'none'],
];
const fillOf = (name: string): string =>
  name === 'none' ? '#FFFFFF' : (severityColors as Readonly<Record<string, HighlightColors>>)[name].fill;

test('the difference is the published one: red and green of sRGB are 170.6 apart', () => {
  expect(difference(lab(linear('#FF0000')), lab(linear('#00FF00')))).toBeCloseTo(170.6, 0);
});

test.each(severityOrder)('text on %s is read: 7 to 1', severity => {
  const { fill, font } = severityColors[severity];
  expect(contrast(fill, font)).toBeGreaterThanOrEqual(7);
});

describe.each(Object.keys(seen))('%s', eyes => {
  test.each(pairs)('%s and %s are told apart', (one, other) => {
    const [a, b] = [one, other].map(name => lab(times(seen[eyes], linear(fillOf(name)))));
    // 2.3 is just noticeable side by side; cells far apart on a sheet need several times that.
    expect(difference(a, b)).toBeGreaterThan(eyes === 'as by most' ? 10 : 7);
  });
});

test('in grey print critical is darker than warning, warning than notice, and all than paper', () => {
  const lightness = severityOrder.map(severity => lab(linear(severityColors[severity].fill))[0]);
  const [critical, warning, notice] = lightness;
  expect(warning - critical).toBeGreaterThan(8);
  expect(notice - warning).toBeGreaterThan(4);
  expect(100 - notice).toBeGreaterThan(5);
  expect(severityOrder.map(severity => severityColors[severity].bold)).toEqual([true, false, false]);
});
