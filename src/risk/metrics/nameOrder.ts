/** Order names by code unit and not by locale: a shared workbook shows the same order on every machine. */
export function compareNames(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
