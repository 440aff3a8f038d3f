/** A length for a style: the browser wants its unit said. */
export const pixels = (length: number): string => `${length}px`;
