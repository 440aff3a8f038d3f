/** Office.js measures widths and heights in points, the book in pixels at 96 per inch. */
const pointsPerPixel = 0.75;

export function pointsOf(pixels: number): number {
  return pixels * pointsPerPixel;
}

export function pixelsOf(points: number): number {
  return Math.round(points / pointsPerPixel);
}
