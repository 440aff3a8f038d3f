/** Time of a stage, as the median of several runs. */
export interface Timing {
  readonly stage: string;
  readonly milliseconds: number;
}

/** Run stages after each other several times and give each one's median; a stage's answer is the next one's input. */
export function timeStages(
  stages: readonly { readonly stage: string; readonly run: (before: unknown) => unknown }[],
  runs: number,
): Timing[] {
  const times = stages.map(() => [] as number[]);
  for (let run = 0; run < runs; run++) {
    let answer: unknown = null;
    stages.forEach(({ run: perform }, index) => {
      const start = performance.now();
      answer = perform(answer);
      times[index]!.push(performance.now() - start);
    });
  }
  return stages.map(({ stage }, index) => ({ stage, milliseconds: median(times[index]!) }));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((first, second) => first - second);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
