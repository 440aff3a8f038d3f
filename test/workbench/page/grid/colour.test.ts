import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  blend,
  contrast,
  inkFor,
  normalColour,
  readableOn,
} from '../../../../src/workbench/page/grid/colour';

const hex = fc.integer({ min: 0, max: 0xffffff }).map(value => `#${value.toString(16).padStart(6, '0')}`);

test('contrast is WCAG’s: 21 at most, 4.48 for #777777 on white', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#FFFFFF')).toBeCloseTo(4.48, 2);
});

test.each([
  ['#ffee00', '#FFEE00'],
  ['FFFFEE00', '#FFEE00'],
  ['', ''],
  [undefined, ''],
  ['red', ''],
])('%s is written %s', (given, written) => {
  expect(normalColour(given)).toBe(written);
});

test('any ink can be read on any fill', () => {
  fc.assert(
    fc.property(hex, hex, (ink, fill) => {
      expect(contrast(readableOn(ink, fill), fill)).toBeGreaterThanOrEqual(2.99);
    }),
  );
});

test('an ink that can be read stays as it is', () => {
  expect(readableOn('#9C0006', '#FFC7CE')).toBe('#9C0006');
});

test('a blend lies between', () => {
  expect(blend('#000000', '#FFFFFF', 0.5)).toBe('#808080');
});

test('text without a colour is dark on light and light on dark, and always easy to read', () => {
  expect(inkFor('#FFFFFF')).toBe('#1B1B1B');
  expect(inkFor('#25304A')).toBe('#F0F0F0');
  fc.assert(fc.property(hex, fill => contrast(inkFor(fill), fill) > 3.8));
});
