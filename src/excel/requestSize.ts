/**
 * Facts of cells (a value, a formula, a format) in one request. More take Office.js so long to pack and unpack that the pane does not answer
 * meanwhile; Excel's own limit of 5 MB is far above.
 */
const factsPerRequest = 20_000;

/**
 * Tell how many rows go into one request.
 *
 * @param factsPerRow Cells of a row times what is read or written of each.
 * @example rowsPerRequest(4) //=> 5_000
 */
export const rowsPerRequest = (factsPerRow: number): number =>
  Math.max(1, Math.floor(factsPerRequest / Math.max(1, factsPerRow)));
