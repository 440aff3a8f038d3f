/** Order by exposure, largest first; those of whom nothing is known come last. */
export function largestFirst(
  one: { readonly exposure: number },
  other: { readonly exposure: number },
): number {
  const known = (exposure: number) => (Number.isNaN(exposure) ? Number.NEGATIVE_INFINITY : exposure);
  const [first, second] = [known(one.exposure), known(other.exposure)];
  return first === second ? 0 : second - first;
}
