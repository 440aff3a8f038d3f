/**
 * Run every property of the suite on new cases: `npm run explore`, or `npm run explore -- 10` for ten rounds.
 *
 * The suite itself always tries the same cases. A round that fails names its seed, which repeats it:
 * `PROPERTY_SEED=… npx jest <file>`.
 */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const greatestSeed = 2 ** 31;

/** Find the tests that state properties; stories in a browser state none. */
function propertyTests(): string[] {
  return readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter(file => /\.test\.tsx?$/.test(file))
    .map(file => join('test', file))
    .filter(file => readFileSync(file, 'utf8').includes("from 'fast-check'"));
}

/** Run the tests on the cases of one seed and tell whether every property held. */
function holds(files: readonly string[], seed: number): boolean {
  const { status } = spawnSync('npx', ['jest', ...files], {
    stdio: 'inherit',
    env: { ...process.env, PROPERTY_SEED: String(seed) },
  });
  return status === 0;
}

const rounds = Number(process.argv[2] ?? 1);
const files = propertyTests();
const failed = Array.from({ length: rounds }, () => randomInt(greatestSeed)).filter(seed => {
  console.log(`\n${files.length} files, seed ${seed}`);
  return !holds(files, seed);
});
console.log(failed.length === 0 ? '\nEvery property held.' : `\nFailed with the seeds ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
