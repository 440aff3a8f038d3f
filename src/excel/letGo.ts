/**
 * Let go of ranges that a batch needs no more: Excel of what it keeps for them, and Office.js of what was loaded.
 *
 * `untrack` alone does the first only. Office.js has all ranges of a batch on a list until the batch ends and then goes through it in one task, which takes
 * the longer by the square of their number; it takes off that list what the batch tracks by itself.
 *
 * @example letGo(part)
 */
export function letGo(...ranges: readonly Excel.Range[]): void {
  for (const range of ranges) {
    range.track();
    range.untrack();
  }
}
