/** What `npm run backtest` prints: how it was asked, what was seen, and what that says. */
import { giniOf } from '../../src/risk/backtest/areaUnderCurve';
import type { OutcomeTerms } from '../../src/risk/backtest/paymentOutcome';
import { pointScale, pointsOfOdds } from '../../src/risk/backtest/pointScale';
import { isoDay } from '../../src/risk/backtest/quarterEnds';
import type { Replay } from '../../src/risk/backtest/replay';
import {
  firstOfSecondHalf,
  judgeQuarters,
  judgeRankings,
  judgeTiers,
  type RankingVerdict,
  type TierVerdict,
} from '../../src/risk/backtest/verdict';
import type { DateSystem, Ledger } from '../../src/risk/ledger/ledger';
import type { Policy } from '../../src/risk/policy/policy';
import { count, decimal, layOut, percent, signed, type TableRow } from './table';

/** The usual scale of scorecards: 600 points at 50 good to 1 bad, 20 more double that. */
const scale = pointScale(600, 50, 20);
/** Two standard errors and a bit: nineteen times of twenty the truth lies within. */
const ninetyFivePercent = 1.96;

const baselineWords: Readonly<Record<string, string>> = {
  score: 'Tiercel score',
  lastQuarterDbt: "last quarter's DBT alone",
  overdueShare: 'overdue share alone',
};

export interface ReportInput {
  readonly path: string;
  readonly columns: readonly string[];
  readonly ledger: Ledger;
  readonly dateSystem: DateSystem;
  readonly recorded: { readonly first: number; readonly last: number };
  readonly policy: Policy;
  readonly changes: readonly string[];
  readonly terms: OutcomeTerms;
}

/** Write the whole report, a line each. */
export function writeReport(input: ReportInput, replay: Replay): string[] {
  const rankings = judgeRankings(replay);
  return [
    ...heading(input),
    '',
    ...quarterTable(input, replay, rankings),
    '',
    ...rankingTable(replay, rankings),
    '',
    ...tierTable(judgeTiers(replay, input.policy.tiers), replay),
    '',
    ...verdict(replay, rankings),
  ];
}

function heading({ path, columns, ledger, dateSystem, recorded, changes, terms }: ReportInput): string[] {
  const { horizonDays, graceDays, lateShare } = terms;
  const late = graceDays === 0 ? 'after the due day' : `more than ${graceDays} days after the due day`;
  const span = `${isoDay(recorded.first, dateSystem)} to ${isoDay(recorded.last, dateSystem)}`;
  return [
    `Tiercel backtest · ${path}`,
    `${count(ledger.rowCount)} rows of ${count(ledger.customers.length)} customers, recorded ${span}${currencyOf(ledger)}`,
    `Read: ${columns.join(', ')}`,
    changes.length === 0 ? 'Policy: the default.' : `Policy: the default with ${changes.join(' ')}.`,
    'Known at a quarter end: what was invoiced by then and paid by then. Left out, since the file does not date them: disputes,',
    'credit limits, granted terms, part payments, items settled on an unknown day.',
    `Bad: of the amount falling due in the ${horizonDays} days after the quarter end, more than ${percent(lateShare, 1)} was paid ${late},`,
    'or not at all. Judged: customers who had a score and of whom something fell due.',
  ];
}

function currencyOf({ currencies, currency }: Ledger): string {
  return currencies.length < 2 ? '' : `, those in ${currency || 'no currency'} only`;
}

function quarterTable(
  { policy, dateSystem }: ReportInput,
  replay: Replay,
  rankings: RankingVerdict[],
): string[] {
  const compared = rankings.filter(({ kind }) => kind !== 'factor');
  const header: TableRow = [
    'quarter end',
    'scored',
    'judged',
    'bad',
    ...policy.tiers.map(({ letter }) => letter),
    'PSI',
    'by chance',
    ...compared.map(({ name }) => `AUC ${shortWords[name]}`),
  ];
  const rows = judgeQuarters(replay, policy.tiers.length).map((quarter, index) => [
    isoDay(quarter.end, dateSystem),
    count(quarter.scored),
    count(quarter.judged),
    percent(quarter.bad, quarter.judged),
    ...quarter.perTier.map(count),
    decimal(quarter.stability),
    decimal(quarter.stabilityByChance),
    ...compared.map(({ areaByQuarter }) => decimal(areaByQuarter[index])),
  ]);
  return [
    'Quarters. PSI: how far customers moved between tiers since the quarter before, beside what chance alone makes of it.',
    ...layOut([header, ...rows]),
  ];
}

const shortWords: Readonly<Record<string, string>> = {
  score: 'score',
  lastQuarterDbt: 'DBT',
  overdueShare: 'overdue',
};

function rankingTable(replay: Replay, rankings: readonly RankingVerdict[]): string[] {
  const halfway = firstOfSecondHalf(replay.quarterEnds.length);
  const header: TableRow = [
    'ranked by',
    'known',
    'AUC',
    'Gini',
    'KS',
    'IV',
    `AUC quarters 1–${halfway}`,
    `${halfway + 1}–${replay.quarterEnds.length}`,
    'score ahead by',
    '± 95 %',
  ];
  const rowOf = (ranking: RankingVerdict): TableRow => [
    baselineWords[ranking.kind === 'factor' ? '' : ranking.name] ?? `  ${ranking.name}`,
    percent(ranking.knownShare, 1),
    decimal(ranking.area),
    decimal(giniOf(ranking.area)),
    decimal(ranking.gap),
    decimal(ranking.informationValue),
    decimal(ranking.areaFirstHalf),
    decimal(ranking.areaSecondHalf),
    ranking.kind === 'score' ? '' : signed(ranking.behindScore),
    ranking.kind === 'score' ? '' : decimal(ninetyFivePercent * ranking.standardError),
  ];
  const compared = rankings.filter(({ kind }) => kind !== 'factor');
  const factors = rankings.filter(({ kind, knownShare }) => kind === 'factor' && knownShare > 0);
  return [
    'Rankings of all judged customers of all quarters; a value not known stands in the middle of its quarter. How far the score is',
    'ahead is taken on the customers whose value was known, with its uncertainty by customer.',
    ...layOut([header, ...compared.map(rowOf), ['each factor alone'], ...factors.map(rowOf)]),
  ];
}

function tierTable(tiers: readonly TierVerdict[], replay: Replay): string[] {
  const header: TableRow = [
    'tier',
    'customers × quarters',
    'bad',
    'bad %',
    'due',
    'late',
    'late %',
    'WOE',
    'points',
  ];
  const rowOf = ({ letter, count: customers, bad, due, late, weightOfEvidence }: TierVerdict): TableRow => [
    letter,
    count(customers),
    count(bad),
    percent(bad, customers),
    count(due),
    count(late),
    percent(late, due),
    customers === 0 ? '–' : signed(weightOfEvidence),
    customers === 0 ? '–' : count(pointsOfOdds(scale, (customers - bad || 0.5) / (bad || 0.5))),
  ];
  const total = (column: readonly number[]) => column.reduce((sum, value) => sum + value, 0);
  const whole = {
    letter: 'all',
    count: replay.isBad.length,
    bad: total(replay.isBad),
    due: total(replay.due),
    late: total(replay.late),
    weightOfEvidence: 0,
  };
  return [
    'Tiers. Points: what good to bad is on the usual scale of scorecards (600 at 50 to 1, 20 points double the odds).',
    ...layOut([header, ...tiers.map(rowOf), rowOf(whole)]),
  ];
}

function verdict(replay: Replay, rankings: readonly RankingVerdict[]): string[] {
  const score = rankings[0];
  if (Number.isNaN(score.area)) return ['Everybody or nobody was bad: there is nothing to rank.'];
  const baselines = rankings.filter(({ kind }) => kind === 'baseline');
  return baselines.map(baseline => {
    const quartersWon = baseline.areaByQuarter.filter((area, quarter) => score.areaByQuarter[quarter] > area);
    const isSure = baseline.behindScore > ninetyFivePercent * baseline.standardError;
    const result =
      baseline.behindScore > 0 ? (isSure ? 'beats' : 'is ahead of, within chance of,') : 'does not beat';
    return (
      `The score ${result} ${baselineWords[baseline.name]}: ${signed(baseline.behindScore)} in AUC where that was known, ` +
      `${signed(score.areaSecondHalf - baseline.areaSecondHalf)} over all of the second half, ` +
      `ahead in ${quartersWon.length} of ${replay.quarterEnds.length} quarters.`
    );
  });
}
