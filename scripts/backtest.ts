/**
 * `npm run backtest -- ledger.csv`: score every customer of a ledger at each quarter end from what was known then, and print how
 * well the score ranked who paid late in the 90 days after, beside naive baselines. docs/policy.md says what came of it.
 */
import { quarterEnds, recordedDays } from '../src/risk/backtest/quarterEnds';
import { replayLedger } from '../src/risk/backtest/replay';
import { defaultPolicy } from '../src/risk/policy/defaultPolicy';
import { readCommand } from './backtest/command';
import { readLedgerFile } from './backtest/ledgerFile';
import { writeReport } from './backtest/report';

/** Run the command and give the report's lines. */
export async function backtest(words: readonly string[]): Promise<string[]> {
  const { path, sheetName, terms, policy, changes } = readCommand(words, defaultPolicy);
  const file = await readLedgerFile(path, sheetName);
  const recorded = recordedDays(file.ledger);
  const daysNeeded = terms.horizonDays + terms.graceDays + 1;
  const ends = quarterEnds(recorded.first, recorded.last, daysNeeded, file.dateSystem);
  if (ends.length < 2) {
    throw new Error(`${path} is too short: it takes two quarter ends with ${daysNeeded} days after each.`);
  }
  const replay = replayLedger(file.ledger, ends, policy, terms);
  return writeReport({ ...file, path, recorded, policy, changes, terms }, replay);
}

if (require.main === module) {
  backtest(process.argv.slice(2)).then(
    lines => console.log(lines.join('\n')),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    },
  );
}
