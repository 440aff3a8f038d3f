/** How many turned out good and bad in each band of a score: what every measure of a score is made from. */
export interface OutcomeBands {
  /** One entry a band, the riskiest band first. */
  readonly good: readonly number[];
  readonly bad: readonly number[];
}

/**
 * Count outcomes by score: one band for each score that occurs, the lowest (riskiest) first. Rows without a score (NaN) are left out.
 *
 * @param scores Higher is safer.
 * @param isBad What happened, by row: any value but 0 is bad.
 * @example bandByScore([0.1, 0.4, 0.35, 0.8], [1, 1, 0, 0]) //=> { good: [0, 1, 0, 1], bad: [1, 0, 1, 0] }
 */
export function bandByScore(scores: ArrayLike<number>, isBad: ArrayLike<number>): OutcomeBands {
  const rows = rowsByScore(scores);
  const good: number[] = [];
  const bad: number[] = [];
  let previous = Number.NaN;
  for (const row of rows) {
    if (scores[row] !== previous) {
      good.push(0);
      bad.push(0);
      previous = scores[row];
    }
    const counts = isBad[row] === 0 ? good : bad;
    counts[counts.length - 1] += 1;
  }
  return { good, bad };
}

/**
 * Count outcomes in bands of about equally many rows, cut between scores that differ, the riskiest band first.
 *
 * @param bandCount At most so many; fewer where many rows share a score.
 * @example bandEqually([1, 2, 3, 4], [1, 1, 0, 0], 2) //=> { good: [0, 2], bad: [2, 0] }
 */
export function bandEqually(
  scores: ArrayLike<number>,
  isBad: ArrayLike<number>,
  bandCount: number,
): OutcomeBands {
  const fine = bandByScore(scores, isBad);
  const total = sum(fine.good) + sum(fine.bad);
  const good: number[] = [];
  const bad: number[] = [];
  let counted = 0;
  let band = -1;
  fine.good.forEach((goodCount, index) => {
    const size = goodCount + fine.bad[index];
    // By its middle, so that a large group of equal scores is a band of its own rather than swallowed by the first that touches it.
    const wanted = Math.floor(((counted + size / 2) / total) * bandCount);
    if (wanted !== band) {
      good.push(0);
      bad.push(0);
      band = wanted;
    }
    good[good.length - 1] += goodCount;
    bad[bad.length - 1] += fine.bad[index];
    counted += size;
  });
  return { good, bad };
}

function rowsByScore(scores: ArrayLike<number>): number[] {
  return Array.from({ length: scores.length }, (_, row) => row)
    .filter(row => !Number.isNaN(scores[row]))
    .sort((one, other) => (scores[one] < scores[other] ? -1 : Number(scores[one] > scores[other])));
}

/** Add up counts. */
export function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
