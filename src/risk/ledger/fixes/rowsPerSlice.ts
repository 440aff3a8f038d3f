/** Rows looked at in one go: a millisecond or two of reading texts. */
export const rowsPerSlice = 1 << 11;
