/** How small and how large Excel shows a sheet. */
export const leastZoom = 0.1;
export const mostZoom = 4;

/**
 * The zoom nearest to one that is asked for, in whole percent; what is no number is 100 %.
 *
 * @example zoomFrom(0.04) //=> 0.1
 */
export function zoomFrom(asked: number): number {
  if (!Number.isFinite(asked) || asked <= 0) return 1;
  return Math.round(Math.min(mostZoom, Math.max(leastZoom, asked)) * 100) / 100;
}

/** The next step of ten percent, up or down: 95 % goes to 100 % or to 90 %. */
export function zoomStep(zoom: number, by: 1 | -1): number {
  const tenths = zoom * 10;
  const next = by > 0 ? Math.floor(tenths + 1e-9) + 1 : Math.ceil(tenths - 1e-9) - 1;
  return zoomFrom(Math.max(leastZoom, next / 10));
}
